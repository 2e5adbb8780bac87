package io.shelfwise.value;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.value.segment.LoyaltyRule;

/**
 * How loyalty is reckoned.
 *
 * @param frequencyWeight how much it counts how often the customer came back
 * @param quantityWeight how much it counts how many pieces were bought
 * @param tenureWeight how much it counts for how long
 * @param feedbackWeight how much it counts what the customer thought of it
 * @param threshold the score from which on a customer is loyal
 */
@ConfigurationProperties("shelfwise.value.loyalty")
public record LoyaltySettings(
    double frequencyWeight,
    double quantityWeight,
    double tenureWeight,
    double feedbackWeight,
    double threshold) {
  /** The rule that these settings describe. */
  LoyaltyRule rule() {
    return new LoyaltyRule(
        frequencyWeight, quantityWeight, tenureWeight, feedbackWeight, threshold);
  }
}
