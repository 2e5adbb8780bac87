package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.Collection;
import java.util.Set;

/**
 * The weights that count on a placement for some of the customers.
 *
 * @param name what the shop calls it; empty for the placement's own weights
 * @param segments the segments that a customer must be in, all of them; none: any customer
 * @param weights how much each recommender and scorer counts
 */
public record Weighting(String name, Set<String> segments, Weights weights) {
  public Weighting {
    segments = Set.copyOf(segments);
    Scorer.requireRecommender(weights);
  }

  /** The weights that a placement has for anyone. */
  static Weighting own(Weights weights) {
    return new Weighting("", Set.of(), weights);
  }

  /** Whether it counts for a customer who is in these segments. */
  boolean isFor(Collection<String> customerSegments) {
    return customerSegments.containsAll(segments);
  }
}
