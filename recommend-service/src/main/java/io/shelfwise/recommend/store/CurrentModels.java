package io.shelfwise.recommend.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models that answer now: one reference, swapped whole, so that an answer never mixes two
 * trainings.
 */
public final class CurrentModels {
  private volatile @Nullable TrainedModels models;

  /** The models that answer now; empty before the first training. */
  public Optional<TrainedModels> get() {
    return Optional.ofNullable(models);
  }

  /** Lets these models answer from now on. */
  public void set(TrainedModels trained) {
    models = trained;
  }
}
