package io.shelfwise.recommend.training;

import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.store.TrainedModels;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Trains the recommenders of a store, one after the other. */
public final class StoreTrainer {
  private final Settings settings;
  private final Map<RecommenderName, Trainer<?>> trainers;
  private final SimilarProducts similar;
  private final Clock clock;

  /**
   * A trainer of stores.
   *
   * @param trainers how each recommender is trained
   */
  public StoreTrainer(
      Settings settings,
      Map<RecommenderName, Trainer<?>> trainers,
      SimilarProducts similar,
      Clock clock) {
    this.settings = settings;
    this.trainers = Collections.unmodifiableMap(new EnumMap<>(trainers));
    this.similar = similar;
    this.clock = clock;
  }

  /**
   * What to learn from.
   *
   * @param interest how much interest each thing that customers do shows
   * @param leastInterest from which interest on a product counts as liked
   * @param sessionPause how many minutes a visit to the shop lies still at most
   */
  public record Settings(InterestWeights interest, double leastInterest, int sessionPause) {
    Map<String, String> byName() {
      return Map.of(
          "interest", interest.toString(),
          "least-interest", Double.toString(leastInterest),
          "session-pause", Integer.toString(sessionPause));
    }
  }

  /** The recommenders that a training makes ready. */
  public Set<RecommenderName> names() {
    Set<RecommenderName> names =
        EnumSet.of(RecommenderName.CONTENT, RecommenderName.POPULAR, RecommenderName.TRENDING);
    names.addAll(trainers.keySet());
    return names;
  }

  /**
   * Trains.
   *
   * @param names which recommenders
   * @param cursor up to where the log has certainly been taken in
   * @param watch over all of it
   * @param done told of each recommender that is done
   */
  public TrainedModels train(
      Store store,
      Set<RecommenderName> names,
      String cursor,
      Watch watch,
      Consumer<RecommenderName> done) {
    long events = store.interactions().count();
    TrainingData data =
        store
            .interactions()
            .trainingData(settings.interest(), settings.leastInterest(), settings.sessionPause());
    Map<RecommenderName, TrainedModel> models = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : names) {
      watch.check();
      Trainer<?> trainer = trainers.get(name);
      if (trainer != null) {
        models.put(name, trained(trainer, data, events, cursor, watch));
      } else if (name == RecommenderName.CONTENT) {
        Store _ = warm(store);
      }
      done.accept(name);
    }
    return new TrainedModels(models);
  }

  private TrainedModel trained(
      Trainer<?> trainer, TrainingData data, long events, String cursor, Watch watch) {
    long begin = System.nanoTime();
    Model model = trainer.train(data, watch);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Map<String, String> all = new HashMap<>(settings.byName());
    all.putAll(trainer.settings());
    Interests interests = data.interests();
    return new TrainedModel(
        model,
        new Provenance(
            cursor,
            events,
            clock.instant(),
            seconds,
            interests.customerCount(),
            interests.productCount(),
            interests.matrix().entries(),
            all));
  }

  /**
   * Has made what answers will ask of the catalogue: what is like the products that customers know.
   */
  Store warm(Store store) {
    similar.warm(store.id(), store.interactions().products().ids());
    return store;
  }
}
