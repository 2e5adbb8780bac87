package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.cooccurrence.CooccurrenceTrainer;
import io.shelfwise.recommend.model.Attention;
import java.time.Duration;

/**
 * How {@code co-occurrence} works.
 *
 * @param related how many products are kept for each product
 * @param leastTogether how many customers must like both products of a pair
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.co-occurrence")
public record CooccurrenceSettings(
    int related, int leastTogether, int historyLength, Duration halfLife, double again) {

  CooccurrenceTrainer trainer() {
    return new CooccurrenceTrainer(
        new CooccurrenceTrainer.Settings(related, leastTogether),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
