package io.shelfwise.recommend.endpoint;

import com.google.protobuf.Timestamp;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.CursorDigest;
import java.time.Instant;
import java.util.Map;

/** What recommenders and trainings are as messages. */
final class Messages {
  private Messages() {}

  static Recommender recommender(Store store, RecommenderName name, Map<String, String> settings) {
    Recommender.Builder recommender =
        Recommender.newBuilder()
            .setName(Names.RECOMMENDER.format(store.id(), name.text()))
            .putAllSettings(settings)
            .setReady(!name.isTrained() || store.models().get().find(name).isPresent());
    store.models().get().find(name).ifPresent(model -> tell(model.provenance(), recommender));
    return recommender.build();
  }

  private static void tell(Provenance from, Recommender.Builder to) {
    to.setTrainTime(timestamp(from.time()))
        .setTrainSeconds(from.seconds())
        .setCustomerCount(from.customers())
        .setProductCount(from.products())
        .setInteractionCount(from.interactions())
        .setCursor(CursorDigest.of(from.cursor()));
  }

  static Training training(io.shelfwise.recommend.training.Training training) {
    Training.Builder message =
        Training.newBuilder()
            .setName(Names.TRAINING.format(training.store(), training.id()))
            .setState(
                switch (training.state()) {
                  case RUNNING -> Training.State.STATE_RUNNING;
                  case SUCCEEDED -> Training.State.STATE_SUCCEEDED;
                  case FAILED -> Training.State.STATE_FAILED;
                })
            .setStartTime(timestamp(training.start()))
            .addAllDone(training.done());
    training.end().ifPresent(end -> message.setEndTime(timestamp(end)));
    return message.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
