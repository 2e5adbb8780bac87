package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shop wants besides what fits: it is weighed like a recommender and proposes nothing of
 * its own, but scores what recommenders propose.
 */
public enum Scorer {
  /** Speaks for what leaves more to the shop. */
  MARGIN("margin"),
  /** Speaks for what the customer has not met yet. */
  DISCOVERY("discovery");

  private final String text;

  Scorer(String text) {
    this.text = text;
  }

  /** What weights and reasons call it. */
  public String text() {
    return text;
  }

  /** The scorer of a name, if it is one's. */
  public static Optional<Scorer> find(String name) {
    return Stream.of(values()).filter(scorer -> scorer.text.equals(name)).findFirst();
  }

  /** Refuses weights by which nothing would be proposed. */
  static void requireRecommender(Weights weights) {
    if (recommendersIn(weights).isEmpty()) {
      throw new IllegalArgumentException(
          "weights: "
              + weights
              + " (expected: that of a recommender, since scorers propose nothing)");
    }
  }

  /** Refuses weights of what proposes nothing. */
  static void requireNoScorer(String what, Weights weights) {
    if (!weights.names().equals(recommendersIn(weights))) {
      throw new IllegalArgumentException(
          what + ": " + weights + " (expected: recommenders only, since scorers propose nothing)");
    }
  }

  /** Those that are weighed here and do propose. */
  public static List<String> recommendersIn(Weights weights) {
    return weights.names().stream().filter(name -> find(name).isEmpty()).toList();
  }
}
