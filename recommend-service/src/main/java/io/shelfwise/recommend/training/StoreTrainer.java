package io.shelfwise.recommend.training;

import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.guard.HeldOutSample;
import io.shelfwise.recommend.interactions.HoldOut;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Lesson;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Trains the recommenders of a store, one after the other. */
public final class StoreTrainer {
  private final Settings settings;
  private final HoldOut holdOut;
  private final Map<RecommenderName, Trainer<?>> trainers;
  private final SimilarProducts similar;
  private final Clock clock;

  /**
   * A trainer of stores that keeps nothing from the models.
   *
   * @param trainers how each recommender is trained
   */
  public StoreTrainer(
      Settings settings,
      Map<RecommenderName, Trainer<?>> trainers,
      SimilarProducts similar,
      Clock clock) {
    this(settings, HoldOut.NONE, trainers, similar, clock);
  }

  /**
   * A trainer of stores.
   *
   * @param holdOut what is kept from the models, to judge them by
   * @param trainers how each recommender is trained
   */
  public StoreTrainer(
      Settings settings,
      HoldOut holdOut,
      Map<RecommenderName, Trainer<?>> trainers,
      SimilarProducts similar,
      Clock clock) {
    this.settings = settings;
    this.holdOut = holdOut;
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
   * @param written all that decides what a recommender learns but for what is withheld, as the
   *     settings file has it
   */
  public record Settings(
      InterestWeights interest,
      double leastInterest,
      int sessionPause,
      Function<RecommenderName, Map<String, String>> written) {}

  /**
   * What the models of one training learn from.
   *
   * @param lesson what customers did, and what is withheld of it
   * @param sample the customers of whom something is withheld
   * @param cursor up to where the log has certainly been taken in
   * @param events how many events of the store that is
   * @param erasures how many customers of the store had been erased by then
   */
  record Material(Lesson lesson, HeldOutSample sample, String cursor, long events, long erasures) {}

  /** The recommenders that a training makes ready. */
  public Set<RecommenderName> names() {
    Set<RecommenderName> names =
        EnumSet.of(RecommenderName.CONTENT, RecommenderName.POPULAR, RecommenderName.TRENDING);
    names.addAll(trainers.keySet());
    return names;
  }

  /** The recommenders of which a store has no model, or one of other settings. */
  Set<RecommenderName> behind(Store store) {
    Set<RecommenderName> behind = EnumSet.noneOf(RecommenderName.class);
    for (RecommenderName name : trainers.keySet()) {
      Optional<TrainedModel> model = store.models().get().find(name);
      if (model.isEmpty() || isOutdated(name, model.get().provenance())) {
        behind.add(name);
      }
    }
    return behind;
  }

  /** Whether a model was made with other settings than those in force. */
  public boolean isOutdated(RecommenderName name, Provenance provenance) {
    return trainers.containsKey(name) && !provenance.settings().equals(settings(name));
  }

  /**
   * Trains, and judges nothing.
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
    Material material = material(store, cursor);
    Map<RecommenderName, TrainedModel> models = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : names) {
      watch.check();
      train(store, name, material, watch).ifPresent(model -> models.put(name, model));
      done.accept(name);
    }
    return new TrainedModels(models);
  }

  /** What there is to learn from now. */
  Material material(Store store, String cursor) {
    // Read first: what comes meanwhile may go in, and is not counted.
    long events = store.interactions().count();
    long erasures = store.interactions().erasures();
    Lesson lesson =
        store
            .interactions()
            .lesson(
                settings.interest(), settings.leastInterest(), settings.sessionPause(), holdOut);
    HeldOutSample sample = HeldOutSample.of(lesson, store.interactions(), settings.interest());
    return new Material(lesson, sample, cursor, events, erasures);
  }

  /** Trains a recommender; empty for one that has no model of its own. */
  Optional<TrainedModel> train(Store store, RecommenderName name, Material material, Watch watch) {
    Trainer<?> trainer = trainers.get(name);
    if (trainer == null) {
      if (name == RecommenderName.CONTENT) {
        similar.learn(store.id());
      }
      return Optional.empty();
    }
    long begin = System.nanoTime();
    Model model = trainer.train(material.lesson().data(), watch);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Interests interests = material.lesson().data().interests();
    return Optional.of(
        new TrainedModel(
            model,
            new Provenance(
                material.cursor(),
                material.events(),
                material.erasures(),
                clock.instant(),
                seconds,
                interests.customerCount(),
                interests.productCount(),
                interests.matrix().entries(),
                settings(name))));
  }

  /** All that decides what a model learns, as the settings file has it. */
  private Map<String, String> settings(RecommenderName name) {
    Map<String, String> all = new TreeMap<>(settings.written().apply(name));
    all.putAll(withheld());
    return all;
  }

  private Map<String, String> withheld() {
    return Map.of(
        "guard.share", Double.toString(holdOut.share()),
        "guard.most", Integer.toString(holdOut.most()),
        "guard.least", Integer.toString(holdOut.least()),
        "guard.seed", Long.toString(holdOut.seed()));
  }

  /** Whether a model has not been told what is withheld now. */
  boolean isJudgedFairly(RecommenderName name, TrainedModel model) {
    Map<String, String> made = model.provenance().settings();
    return model.measures().isPresent()
        && settings(name).entrySet().stream()
            // Whose products are withheld is said by the one, what is of interest by the other.
            .filter(
                now -> now.getKey().startsWith("guard.") || now.getKey().startsWith("interest."))
            .allMatch(now -> now.getValue().equals(made.get(now.getKey())));
  }

  /**
   * Has made what answers will ask of the catalogue: what is like the products that customers know.
   */
  Store warm(Store store) {
    similar.warm(store.id(), store.interactions().products().ids());
    return store;
  }
}
