package io.shelfwise.recommend.endpoint;

import static io.shelfwise.recommend.endpoint.RecommenderMessages.timestamp;

import io.shelfwise.recommend.trial.Trial;
import io.shelfwise.recommend.trial.Verdict;
import io.shelfwise.recommender.v1.Evaluation;
import io.shelfwise.recommender.v1.JudgedRecommender;
import io.shelfwise.recommender.v1.MeasuredValue;

/** What trials are as messages. */
final class EvaluationMessages {
  private EvaluationMessages() {}

  static Evaluation evaluation(Trial trial) {
    Evaluation.Builder message =
        Evaluation.newBuilder()
            .setName(Names.EVALUATION.format(trial.store(), trial.id()))
            .setState(state(trial.state()))
            .setStartTime(timestamp(trial.start()))
            .setProgress(trial.progress())
            .setRunningRecommender(trial.running())
            .setCustomerCount(trial.customers())
            .setColdCustomerCount(trial.cold())
            .setReason(trial.reason());
    trial.end().ifPresent(end -> message.setEndTime(timestamp(end)));
    trial.cut().ifPresent(cut -> message.setCutTime(timestamp(cut)));
    trial.verdicts().forEach(verdict -> message.addRecommenders(judged(verdict)));
    return message.build();
  }

  private static Evaluation.State state(Trial.State state) {
    return switch (state) {
      case RUNNING -> Evaluation.State.STATE_RUNNING;
      case CANCELLING -> Evaluation.State.STATE_CANCELLING;
      case SUCCEEDED -> Evaluation.State.STATE_SUCCEEDED;
      case FAILED -> Evaluation.State.STATE_FAILED;
      case CANCELLED -> Evaluation.State.STATE_CANCELLED;
    };
  }

  private static JudgedRecommender judged(Verdict verdict) {
    JudgedRecommender.Builder judged =
        JudgedRecommender.newBuilder()
            .setRecommender(verdict.name().text())
            .setTrainSeconds(verdict.trainSeconds());
    verdict.measures().forEach(value -> judged.addMeasures(measured(value)));
    verdict.cold().forEach(value -> judged.addColdMeasures(measured(value)));
    return judged.build();
  }

  private static MeasuredValue measured(Verdict.Value value) {
    return MeasuredValue.newBuilder()
        .setMeasure(value.measure())
        .setValue(value.value())
        .setLow(value.low())
        .setHigh(value.high())
        .build();
  }
}
