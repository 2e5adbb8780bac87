package io.shelfwise.recommend.endpoint;

import static io.shelfwise.recommend.endpoint.RecommenderMessages.timestamp;

import io.shelfwise.recommend.training.RecommenderTraining.Outcome;
import io.shelfwise.recommender.v1.RecommenderTraining;
import io.shelfwise.recommender.v1.Training;

/** What trainings are as messages. */
final class TrainingMessages {
  private TrainingMessages() {}

  static Training trainingMessage(io.shelfwise.recommend.training.Training training) {
    Training.Builder message =
        Training.newBuilder()
            .setName(Names.TRAINING.format(training.store(), training.id()))
            .setState(state(training.state()))
            .setStartTime(timestamp(training.start()))
            .setProgress(training.progress())
            .setReason(training.reason())
            .setForce(training.force());
    training.end().ifPresent(end -> message.setEndTime(timestamp(end)));
    for (var one : training.recommenders()) {
      message.addRecommenders(recommender(one));
      if (one.outcome() == Outcome.RUNNING) {
        message.setRunningRecommender(one.name().text());
      } else if (isDone(one.outcome())) {
        message.addDone(one.name().text());
      }
    }
    return message.build();
  }

  private static boolean isDone(Outcome outcome) {
    return switch (outcome) {
      case IN_FORCE, REFUSED, FAILED -> true;
      case WAITING, RUNNING, LEFT -> false;
    };
  }

  private static Training.State state(io.shelfwise.recommend.training.Training.State state) {
    return switch (state) {
      case RUNNING -> Training.State.STATE_RUNNING;
      case CANCELLING -> Training.State.STATE_CANCELLING;
      case SUCCEEDED -> Training.State.STATE_SUCCEEDED;
      case PARTLY_SUCCEEDED -> Training.State.STATE_PARTLY_SUCCEEDED;
      case FAILED -> Training.State.STATE_FAILED;
      case CANCELLED -> Training.State.STATE_CANCELLED;
    };
  }

  private static RecommenderTraining recommender(
      io.shelfwise.recommend.training.RecommenderTraining one) {
    RecommenderTraining.Builder message =
        RecommenderTraining.newBuilder()
            .setRecommender(one.name().text())
            .setOutcome(outcome(one.outcome()))
            .setProgress(one.progress())
            .setReason(one.reason());
    one.provenance().map(RecommenderMessages::provenance).ifPresent(message::setProvenance);
    one.measures().map(RecommenderMessages::measures).ifPresent(message::setMeasures);
    one.before().map(RecommenderMessages::measures).ifPresent(message::setMeasuresBefore);
    return message.build();
  }

  private static RecommenderTraining.Outcome outcome(Outcome outcome) {
    return switch (outcome) {
      case WAITING -> RecommenderTraining.Outcome.OUTCOME_WAITING;
      case RUNNING -> RecommenderTraining.Outcome.OUTCOME_RUNNING;
      case IN_FORCE -> RecommenderTraining.Outcome.OUTCOME_IN_FORCE;
      case REFUSED -> RecommenderTraining.Outcome.OUTCOME_REFUSED;
      case FAILED -> RecommenderTraining.Outcome.OUTCOME_FAILED;
      case LEFT -> RecommenderTraining.Outcome.OUTCOME_LEFT;
    };
  }
}
