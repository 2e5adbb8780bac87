package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.neighbors.items.Bm25;
import io.shelfwise.recommend.neighbors.items.ItemTrainer;
import io.shelfwise.recommend.pairs.PairBounds;
import java.time.Duration;

/**
 * How {@code bm25} works.
 *
 * @param k1 how much more a strong interest counts than a weak one
 * @param b how much it counts against a customer to like many products
 * @param related how many products are kept for each product
 * @param mostCustomers how many customers of a product are asked
 * @param mostProducts how many products of a customer count
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.bm25")
public record Bm25Settings(
    double k1,
    double b,
    int related,
    int mostCustomers,
    int mostProducts,
    int historyLength,
    Duration halfLife,
    double again) {

  ItemTrainer trainer(PrivacySettings privacy) {
    return new ItemTrainer(
        new Bm25(k1, b),
        related,
        new PairBounds(mostCustomers, mostProducts, privacy.leastCustomers()),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
