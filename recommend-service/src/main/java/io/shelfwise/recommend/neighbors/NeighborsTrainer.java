package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.Interests;

/**
 * Prepares what neighbours are looked up in. There is nothing to fit: the model is the customers
 * themselves.
 */
public final class NeighborsTrainer {
  /** Trains. */
  public NeighborsModel train(Interests interests) {
    return NeighborsModel.of(interests);
  }
}
