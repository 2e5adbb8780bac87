package io.shelfwise.recommend.store;

import io.shelfwise.recommend.model.Model;
import java.util.Optional;

/**
 * A model, and where it comes from.
 *
 * @param model the model
 * @param provenance where it comes from
 * @param measures how good it was found when it was trained; empty if it was not judged
 */
public record TrainedModel(Model model, Provenance provenance, Optional<HeldOutMeasures> measures) {
  /** A model that was not judged. */
  public TrainedModel(Model model, Provenance provenance) {
    this(model, provenance, Optional.empty());
  }

  /** The same, found this good. */
  public TrainedModel judged(HeldOutMeasures found) {
    return new TrainedModel(model, provenance, Optional.of(found));
  }
}
