package io.shelfwise.recommend.store;

import io.shelfwise.recommend.model.Model;

/**
 * A model, and where it comes from.
 *
 * @param model the model
 * @param provenance where it comes from
 */
public record TrainedModel(Model model, Provenance provenance) {}
