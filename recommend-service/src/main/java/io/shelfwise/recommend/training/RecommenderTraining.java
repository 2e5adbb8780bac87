package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.HeldOutMeasures;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.TrainedModel;
import java.util.Optional;

/**
 * What becomes of a recommender in a training.
 *
 * @param name which it is
 * @param outcome what became of it
 * @param progress how much of the work is done, 0 to 1
 * @param reason why the new model does not answer; empty if it does
 * @param provenance where the new model comes from; empty while there is none
 * @param measures how good the new model is; empty if it was not judged
 * @param before how good the model is that answered before; empty if there was none, or none that
 *     was judged
 */
public record RecommenderTraining(
    RecommenderName name,
    Outcome outcome,
    double progress,
    String reason,
    Optional<Provenance> provenance,
    Optional<HeldOutMeasures> measures,
    Optional<HeldOutMeasures> before) {

  /** What can become of a recommender. */
  public enum Outcome {
    /** It is to be trained. */
    WAITING,
    /** It is being trained. */
    RUNNING,
    /** It is trained, and the new model answers. */
    IN_FORCE,
    /** The new model was judged worse than the one in force, which answers on. */
    REFUSED,
    /** There is no new model, because of a defect; the old one answers. */
    FAILED,
    /** The training ended before; the old model answers. */
    LEFT;

    /** Whether nothing more becomes of it. */
    boolean isLast() {
      return switch (this) {
        case WAITING, RUNNING -> false;
        case IN_FORCE, REFUSED, FAILED, LEFT -> true;
      };
    }
  }

  static RecommenderTraining waiting(RecommenderName name) {
    return new RecommenderTraining(
        name, Outcome.WAITING, 0, "", Optional.empty(), Optional.empty(), Optional.empty());
  }

  RecommenderTraining running(double part) {
    return with(Outcome.RUNNING, Math.clamp(part, progress, 1), "");
  }

  /** Trained: with a model of its own, or something else made ready. */
  RecommenderTraining inForce() {
    return with(Outcome.IN_FORCE, 1, "");
  }

  RecommenderTraining refused(String why) {
    return with(Outcome.REFUSED, 1, why);
  }

  RecommenderTraining failed(String why) {
    return with(Outcome.FAILED, progress, why);
  }

  /** At the end of the training. */
  RecommenderTraining ended() {
    return outcome.isLast() ? this : with(Outcome.LEFT, progress, "the training ended before");
  }

  RecommenderTraining of(TrainedModel model, Optional<HeldOutMeasures> beforeIt) {
    return new RecommenderTraining(
        name,
        outcome,
        progress,
        reason,
        Optional.of(model.provenance()),
        model.measures(),
        beforeIt);
  }

  private RecommenderTraining with(Outcome how, double part, String why) {
    return new RecommenderTraining(name, how, part, why, provenance, measures, before);
  }
}
