package io.shelfwise.gateway.blend;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each recommender is trusted. Weights are given in any unit and kept so that they sum to
 * 1; a weight of 0 is the same as none.
 */
public final class Weights {
  private final Map<String, Double> shares;

  private Weights(Map<String, Double> shares) {
    this.shares = shares;
  }

  /**
   * Weights by recommender.
   *
   * @throws IllegalArgumentException if one is negative or not a number, or none is more than 0
   */
  public static Weights of(Map<String, Double> given) {
    double sum = 0;
    // In the order of names, so that the sum does not depend on the order in which they were given.
    Map<String, Double> shares = new TreeMap<>(given);
    for (Map.Entry<String, Double> weight : shares.entrySet()) {
      if (!Double.isFinite(weight.getValue()) || weight.getValue() < 0) {
        throw new IllegalArgumentException(
            "weight of " + weight.getKey() + ": " + weight.getValue() + " (expected: >= 0)");
      }
      sum += weight.getValue();
    }
    if (!Double.isFinite(sum) || sum == 0) {
      throw new IllegalArgumentException("sum of weights: " + sum + " (expected: > 0 and finite)");
    }
    double whole = sum;
    shares.values().removeIf(weight -> weight == 0);
    shares.replaceAll((recommender, weight) -> weight / whole);
    return new Weights(shares);
  }

  /** The recommender's part of 1; 0 for one that is not weighted. */
  public double of(String recommender) {
    return shares.getOrDefault(recommender, 0.0);
  }

  /** Who has weight, in order. */
  public List<String> names() {
    return List.copyOf(shares.keySet());
  }

  /** Who has weight → that part of 1, in the order of names. */
  public Map<String, Double> shares() {
    return Collections.unmodifiableMap(shares);
  }

  @Override
  public String toString() {
    return shares.toString();
  }
}
