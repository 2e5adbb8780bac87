package io.shelfwise.recommend.model;

import java.io.DataOutputStream;
import java.io.IOException;

/** What a recommender has learned. Immutable, and safe to use from many threads at once. */
public interface Model {
  /** Proposes by this model; cheap, asked for every answer. */
  Recommender recommender();

  /** Writes the model to a snapshot, from which its {@link Trainer} can read it. */
  void write(DataOutputStream out) throws IOException;
}
