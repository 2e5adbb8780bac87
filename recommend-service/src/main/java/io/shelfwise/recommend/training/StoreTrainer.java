package io.shelfwise.recommend.training;

import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.cooccurrence.CooccurrenceModel;
import io.shelfwise.recommend.cooccurrence.CooccurrenceTrainer;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.neighbors.NeighborsModel;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.TrainedModels;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Trains the recommenders of a store that have to be trained, one after the other. */
public final class StoreTrainer {
  private final Settings settings;
  private final NeighborsTrainer neighbors = new NeighborsTrainer();
  private final CooccurrenceTrainer cooccurrence;
  private final SimilarProducts similar;
  private final Clock clock;

  /** A trainer with these settings. */
  public StoreTrainer(Settings settings, SimilarProducts similar, Clock clock) {
    this.settings = settings;
    this.cooccurrence = new CooccurrenceTrainer(settings.cooccurrence());
    this.similar = similar;
    this.clock = clock;
  }

  /**
   * How to train.
   *
   * @param interest how much interest each thing that customers do shows
   * @param leastInterest from which interest on a product counts as liked
   * @param cooccurrence how to find what goes with what
   */
  public record Settings(
      InterestWeights interest, double leastInterest, CooccurrenceTrainer.Settings cooccurrence) {

    Map<String, String> byName() {
      return Map.of(
          "interest", interest.toString(),
          "least-interest", Double.toString(leastInterest),
          "co-occurrence", cooccurrence.toString());
    }
  }

  /**
   * Trains.
   *
   * @param cursor up to where the log has certainly been taken in
   * @param cancelled asked again and again whether to give up
   * @param done told of each recommender that is done
   */
  public TrainedModels train(
      Store store, String cursor, BooleanSupplier cancelled, Consumer<RecommenderName> done) {
    long events = store.interactions().count();
    Interests interests =
        store.interactions().interests(settings.interest(), settings.leastInterest());
    // Counted as events arrive, and so done before it has begun.
    done.accept(RecommenderName.POPULAR);
    done.accept(RecommenderName.TRENDING);

    Map<String, Double> seconds = new LinkedHashMap<>();
    NeighborsModel neighborsModel =
        timed(RecommenderName.USER_KNN, seconds, done, () -> neighbors.train(interests));
    CooccurrenceModel cooccurrenceModel =
        timed(
            RecommenderName.CO_OCCURRENCE,
            seconds,
            done,
            () -> cooccurrence.train(interests, cancelled));
    timed(RecommenderName.CONTENT, seconds, done, () -> warm(store));
    return new TrainedModels(
        neighborsModel,
        cooccurrenceModel,
        new Provenance(
            cursor,
            events,
            clock.instant(),
            seconds,
            interests.customers().size(),
            interests.productCount(),
            interests.matrix().entries(),
            settings.byName()));
  }

  /**
   * Has made what answers will ask of the catalogue: what is like the products that customers know.
   */
  Store warm(Store store) {
    similar.warm(store.id(), store.interactions().products().ids());
    return store;
  }

  private static <T> T timed(
      RecommenderName name,
      Map<String, Double> seconds,
      Consumer<RecommenderName> done,
      Supplier<T> work) {
    long begin = System.nanoTime();
    T made = work.get();
    seconds.put(name.text(), (System.nanoTime() - begin) / 1e9);
    done.accept(name);
    return made;
  }
}
