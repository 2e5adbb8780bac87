package io.shelfwise.recommend.store;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The models of a store's recommenders, as far as they are trained. Immutable. */
public final class TrainedModels {
  /** Those of a store that was never trained. */
  public static final TrainedModels NONE = new TrainedModels(Map.of());

  private final Map<RecommenderName, TrainedModel> models;

  /** These models. */
  public TrainedModels(Map<RecommenderName, TrainedModel> models) {
    Map<RecommenderName, TrainedModel> copy = new EnumMap<>(RecommenderName.class);
    copy.putAll(models);
    this.models = Collections.unmodifiableMap(copy);
  }

  /** The model of a recommender; empty if it is not trained. */
  public Optional<TrainedModel> find(RecommenderName name) {
    return Optional.ofNullable(models.get(name));
  }

  /** The models by recommender. */
  public Map<RecommenderName, TrainedModel> all() {
    return models;
  }

  /** These but for that of one recommender. */
  public TrainedModels without(RecommenderName name) {
    Map<RecommenderName, TrainedModel> rest = new EnumMap<>(RecommenderName.class);
    rest.putAll(models);
    rest.remove(name);
    return new TrainedModels(rest);
  }

  /** These and the newer ones, which take the place of those of the same recommenders. */
  public TrainedModels with(TrainedModels newer) {
    Map<RecommenderName, TrainedModel> merged = new EnumMap<>(RecommenderName.class);
    merged.putAll(models);
    merged.putAll(newer.models);
    return new TrainedModels(merged);
  }
}
