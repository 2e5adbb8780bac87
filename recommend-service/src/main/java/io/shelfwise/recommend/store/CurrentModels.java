package io.shelfwise.recommend.store;

import io.shelfwise.recommend.model.RecommenderName;

/**
 * The models that answer now: one reference, swapped whole, so that no answer waits for a training.
 */
public final class CurrentModels {
  private volatile TrainedModels models = TrainedModels.NONE;

  /** The models that answer now. */
  public TrainedModels get() {
    return models;
  }

  /** Lets these models answer from now on, each in place of its recommender's. */
  public synchronized void put(TrainedModels trained) {
    models = models.with(trained);
  }

  /** Lets no model of a recommender answer any more. */
  public synchronized void remove(RecommenderName name) {
    models = models.without(name);
  }
}
