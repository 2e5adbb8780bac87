package io.shelfwise.recommend.training;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.recommend.store.HeldOutMeasures;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What watchers are told of trainings: how long they take, what becomes of models, how good. */
final class TrainingMeters {
  private final MeterRegistry meters;
  private final Timer timer;
  private final Map<String, HeldOutMeasures> latest = new ConcurrentHashMap<>();

  TrainingMeters(MeterRegistry meters) {
    this.meters = meters;
    this.timer =
        Timer.builder("shelfwise.recommend.training")
            .description("Trainings, whatever came of them")
            .register(meters);
  }

  /** Counts a training that has ended. */
  void count(Training ended, long nanos) {
    timer.record(nanos, TimeUnit.NANOSECONDS);
    for (RecommenderTraining one : ended.recommenders()) {
      meters
          .counter(
              "shelfwise.recommend.models",
              "recommender",
              one.name().text(),
              "outcome",
              one.outcome().name().toLowerCase(Locale.ROOT))
          .increment();
      one.measures().ifPresent(found -> tell(ended.store(), one.name().text(), found));
    }
  }

  private void tell(String store, String recommender, HeldOutMeasures found) {
    String key = store + "/" + recommender;
    if (latest.put(key, found) == null) {
      gauge(store, recommender, "hit-rate-20", HeldOutMeasures::hitRate20);
      gauge(store, recommender, "ndcg-10", HeldOutMeasures::ndcg10);
      gauge(store, recommender, "coverage", HeldOutMeasures::coverage);
    }
  }

  private void gauge(
      String store, String recommender, String measure, ToDoubleFunction<HeldOutMeasures> of) {
    Gauge.builder(
            "shelfwise.recommend.measure",
            latest,
            all -> of.applyAsDouble(all.get(store + "/" + recommender)))
        .description("How good the model is that was trained last, in force or refused")
        .tag("store", store)
        .tag("recommender", recommender)
        .tag("measure", measure)
        .register(meters);
  }
}
