package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be trained.
 *
 * @param recommenders which recommenders
 * @param id the id that the training gets; empty: one is chosen
 * @param force whether the new models answer even if they are judged worse
 * @param upToDate whether to learn from all that is in the log now; else from what is taken in
 */
public record TrainingRequest(
    Set<RecommenderName> recommenders, Optional<String> id, boolean force, boolean upToDate) {
  public TrainingRequest {
    recommenders = Set.copyOf(recommenders);
  }

  /** What the schedule asks for. */
  static TrainingRequest bySchedule(Set<RecommenderName> recommenders) {
    return new TrainingRequest(recommenders, Optional.empty(), false, false);
  }

  /** What someone asks for who wants no training in particular. */
  public static TrainingRequest onDemand(Set<RecommenderName> recommenders) {
    return new TrainingRequest(recommenders, Optional.empty(), false, true);
  }

  /** Whether a training is just what is asked for. */
  boolean isFor(Training training) {
    return force == training.force() && training.trains().equals(recommenders);
  }

  /** Whether a training that is there already will do. */
  boolean isMetBy(Training training) {
    return !force && training.trains().containsAll(recommenders);
  }
}
