package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;
import java.util.OptionalDouble;

/**
 * How loyalty is reckoned: the weighted mean of how often, how much, how long and how satisfied.
 *
 * <pre>
 *   score = Σ weight · component ÷ Σ weight
 * </pre>
 *
 * <p>Frequency, quantity and tenure are the customer's number ÷ what the best fifth of buyers
 * reach, at most 1. Feedback is (mean stars − 1) ÷ 4; who rated nothing is judged by the rest.
 *
 * @param frequencyWeight how much it counts how often the customer came back
 * @param quantityWeight how much it counts how many pieces were bought
 * @param tenureWeight how much it counts for how long
 * @param feedbackWeight how much it counts what the customer thought of it
 * @param threshold the score from which on a customer is loyal
 */
public record LoyaltyRule(
    double frequencyWeight,
    double quantityWeight,
    double tenureWeight,
    double feedbackWeight,
    double threshold) {
  private static final double WORST_STARS = 1;
  private static final double BEST_STARS = 5;

  public LoyaltyRule {
    requireWeight("frequencyWeight", frequencyWeight);
    requireWeight("quantityWeight", quantityWeight);
    requireWeight("tenureWeight", tenureWeight);
    requireWeight("feedbackWeight", feedbackWeight);
    if (!(frequencyWeight + quantityWeight + tenureWeight > 0)) {
      throw new IllegalArgumentException(
          "frequencyWeight, quantityWeight, tenureWeight: all 0 (expected: one > 0, for customers"
              + " who rate nothing)");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold: " + threshold + " (expected: 0 to 1)");
    }
  }

  private static void requireWeight(String name, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": " + weight + " (expected: >= 0 and finite)");
    }
  }

  /**
   * A buyer's loyalty.
   *
   * @param marks what counts as much in the store
   * @param asOfMillis the store's now
   */
  public Loyalty loyalty(CustomerHistory buyer, LoyaltyMarks marks, long asOfMillis) {
    double frequency = share(LoyaltyMarks.repeatRate(buyer, asOfMillis), marks.repeatRate());
    double quantity = share((double) buyer.pieces(), marks.pieces());
    double tenure = share(LoyaltyMarks.tenureDays(buyer, asOfMillis), marks.tenureDays());
    OptionalDouble stars = buyer.meanStars();
    double sum = frequencyWeight * frequency + quantityWeight * quantity + tenureWeight * tenure;
    double weight = frequencyWeight + quantityWeight + tenureWeight;
    OptionalDouble feedback = OptionalDouble.empty();
    if (stars.isPresent()) {
      double satisfied = (stars.getAsDouble() - WORST_STARS) / (BEST_STARS - WORST_STARS);
      feedback = OptionalDouble.of(satisfied);
      sum += feedbackWeight * satisfied;
      weight += feedbackWeight;
    }
    double score = sum / weight;
    return new Loyalty(score, score >= threshold, frequency, quantity, tenure, feedback);
  }

  /** Where not even the best fifth have any, any at all is much. */
  private static double share(double value, double much) {
    if (value >= much) {
      return value > 0 ? 1 : 0;
    }
    return value / much;
  }
}
