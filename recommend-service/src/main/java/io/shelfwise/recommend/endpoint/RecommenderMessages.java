package io.shelfwise.recommend.endpoint;

import com.google.protobuf.Timestamp;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.training.StoreTrainer;
import io.shelfwise.recommender.v1.HeldOutMeasures;
import io.shelfwise.recommender.v1.Provenance;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.rpc.CursorDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What recommenders and their models are as messages. */
final class RecommenderMessages {
  private RecommenderMessages() {}

  static Recommender recommender(
      Store store, RecommenderName name, Map<String, String> settings, StoreTrainer trainer) {
    Optional<TrainedModel> model = store.models().get().find(name);
    Recommender.Builder recommender =
        Recommender.newBuilder()
            .setName(Names.RECOMMENDER.format(store.id(), name.text()))
            .putAllSettings(settings)
            .setReady(!name.isTrained() || model.isPresent());
    model.ifPresent(
        there ->
            tell(there, recommender).setOutdated(trainer.isOutdated(name, there.provenance())));
    return recommender.build();
  }

  private static Recommender.Builder tell(TrainedModel model, Recommender.Builder to) {
    io.shelfwise.recommend.store.Provenance from = model.provenance();
    model.measures().ifPresent(measures -> to.setMeasures(measures(measures)));
    return to.setTrainTime(timestamp(from.time()))
        .setTrainSeconds(from.seconds())
        .setCustomerCount(from.customers())
        .setProductCount(from.products())
        .setInteractionCount(from.interactions())
        .setEventCount(from.events())
        .setCursor(CursorDigest.of(from.cursor()));
  }

  static Provenance provenance(io.shelfwise.recommend.store.Provenance from) {
    return Provenance.newBuilder()
        .setCursor(CursorDigest.of(from.cursor()))
        .setEventCount(from.events())
        .setCustomerCount(from.customers())
        .setProductCount(from.products())
        .setInteractionCount(from.interactions())
        .setMakeTime(timestamp(from.time()))
        .setSeconds(from.seconds())
        .putAllSettings(from.settings())
        .build();
  }

  static HeldOutMeasures measures(io.shelfwise.recommend.store.HeldOutMeasures found) {
    return HeldOutMeasures.newBuilder()
        .setCustomerCount(found.customers())
        .setHitRate20(found.hitRate20())
        .setNdcg10(found.ndcg10())
        .setCoverage(found.coverage())
        .build();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
