package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.training.RecommenderTraining.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a training of a store's recommenders stands.
 *
 * @param store the store's id
 * @param id the training's id
 * @param state how it stands
 * @param start when it was asked for
 * @param end when it ended; empty while it is under way
 * @param force whether new models answer in any case
 * @param recommenders what becomes of each, in the order in which they are trained
 * @param reason why not all of the new models answer; empty if they do
 */
public record Training(
    String store,
    String id,
    State state,
    Instant start,
    Optional<Instant> end,
    boolean force,
    List<RecommenderTraining> recommenders,
    String reason) {

  /** How a training stands. */
  public enum State {
    /** It is under way, or waits for its turn. */
    RUNNING,
    /** It is under way, and ends as soon as what is being trained notices that it is to. */
    CANCELLING,
    /** It ended, and the new models answer. */
    SUCCEEDED,
    /** It ended, and some of the new models answer. */
    PARTLY_SUCCEEDED,
    /**
     * It ended without new models, or too soon; of what it had not trained, the old ones answer.
     */
    FAILED,
    /** It was ended before its end; of what it had not trained, the old models answer. */
    CANCELLED
  }

  public Training {
    recommenders = List.copyOf(recommenders);
  }

  static Training begun(
      String store, String id, Instant start, boolean force, List<RecommenderName> names) {
    return new Training(
        store,
        id,
        State.RUNNING,
        start,
        Optional.empty(),
        force,
        names.stream().map(RecommenderTraining::waiting).toList(),
        "");
  }

  /** Which recommenders it trains. */
  Set<RecommenderName> trains() {
    return recommenders.stream()
        .map(RecommenderTraining::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is not at its end. */
  public boolean isUnderWay() {
    return state == State.RUNNING || state == State.CANCELLING;
  }

  /** Whether it goes on to its end, as far as is known. */
  boolean isWanted() {
    return state == State.RUNNING;
  }

  /** Whether any recommender was not trained because of a defect. */
  boolean hasFailures() {
    return recommenders.stream().anyMatch(one -> one.outcome() == Outcome.FAILED);
  }

  /** How much of the work is done, 0 to 1. */
  public double progress() {
    return isUnderWay()
        ? recommenders.stream().mapToDouble(RecommenderTraining::progress).average().orElse(1)
        : 1;
  }

  Training cancelling() {
    return new Training(
        store, id, State.CANCELLING, start, end, force, recommenders, "it is being cancelled");
  }

  Training with(RecommenderName name, UnaryOperator<RecommenderTraining> news) {
    return new Training(
        store,
        id,
        state,
        start,
        end,
        force,
        recommenders.stream().map(one -> one.name() == name ? news.apply(one) : one).toList(),
        reason);
  }

  /** At its end, when all recommenders have had their turn. */
  Training finished(Instant when) {
    List<RecommenderTraining> not =
        recommenders.stream().filter(one -> one.outcome() != Outcome.IN_FORCE).toList();
    State how =
        not.isEmpty()
            ? State.SUCCEEDED
            : not.size() < recommenders.size() ? State.PARTLY_SUCCEEDED : State.FAILED;
    return ended(
        how,
        not.stream()
            .map(one -> one.name().text() + ": " + one.reason())
            .collect(Collectors.joining("; ")),
        when);
  }

  /** At its end; what is not trained by now is left. */
  Training ended(State how, String why, Instant when) {
    return new Training(
        store,
        id,
        how,
        start,
        Optional.of(when),
        force,
        recommenders.stream().map(RecommenderTraining::ended).toList(),
        why);
  }
}
