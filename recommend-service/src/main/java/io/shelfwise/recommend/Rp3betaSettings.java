package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.neighbors.items.ItemTrainer;
import io.shelfwise.recommend.neighbors.items.RandomWalk;
import io.shelfwise.recommend.pairs.PairBounds;
import java.time.Duration;

/**
 * How {@code rp3beta} works.
 *
 * @param alpha how much a likely step is preferred to an unlikely one
 * @param beta how much it counts against a product to be liked by many
 * @param related how many products are kept for each product
 * @param mostCustomers how many customers of a product are asked
 * @param mostProducts how many products of a customer count
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.rp3beta")
public record Rp3betaSettings(
    double alpha,
    double beta,
    int related,
    int mostCustomers,
    int mostProducts,
    int historyLength,
    Duration halfLife,
    double again) {

  ItemTrainer trainer(PrivacySettings privacy) {
    return new ItemTrainer(
        new RandomWalk(alpha, beta),
        related,
        new PairBounds(mostCustomers, mostProducts, privacy.leastCustomers()),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
