package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.Collection;
import java.util.Set;

/**
 * The weights that count on a placement for some of the customers.
 *
 * @param name what the shop calls it; empty for the placement's own weights
 * @param segments the segments that a customer must be in, all of them; none: any customer
 * @param leastHistory how many products the customer's history has at least; 0: any customer
 * @param weights how much each recommender and scorer counts
 */
public record Weighting(String name, Set<String> segments, int leastHistory, Weights weights) {
  public Weighting {
    segments = Set.copyOf(segments);
    if (leastHistory < 0) {
      throw new IllegalArgumentException("leastHistory: " + leastHistory + " (expected: >= 0)");
    }
    Scorer.requireRecommender(weights);
  }

  /** The weights that a placement has for anyone. */
  static Weighting own(Weights weights) {
    return new Weighting("", Set.of(), 0, weights);
  }

  /** Whether it counts for a customer who is in these segments, and has a history of so many. */
  boolean isFor(Collection<String> customerSegments, int history) {
    return history >= leastHistory && customerSegments.containsAll(segments);
  }
}
