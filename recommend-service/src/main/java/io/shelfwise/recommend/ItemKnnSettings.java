package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.neighbors.items.Cosine;
import io.shelfwise.recommend.neighbors.items.ItemTrainer;
import io.shelfwise.recommend.pairs.PairBounds;
import java.time.Duration;

/**
 * How {@code item-knn} works.
 *
 * @param related how many products are kept for each product
 * @param mostCustomers how many customers of a product are asked
 * @param mostProducts how many products of a customer count
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.item-knn")
public record ItemKnnSettings(
    int related,
    int mostCustomers,
    int mostProducts,
    int historyLength,
    Duration halfLife,
    double again) {

  ItemTrainer trainer(PrivacySettings privacy) {
    return new ItemTrainer(
        new Cosine(),
        related,
        new PairBounds(mostCustomers, mostProducts, privacy.leastCustomers()),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
