package io.shelfwise.recommend.store;

import io.shelfwise.recommend.cooccurrence.CooccurrenceModel;
import io.shelfwise.recommend.neighbors.NeighborsModel;

/**
 * The models that one training made, and where they come from.
 *
 * @param neighbors the customers and what they like
 * @param cooccurrence what goes with what
 * @param provenance where they come from
 */
public record TrainedModels(
    NeighborsModel neighbors, CooccurrenceModel cooccurrence, Provenance provenance) {}
