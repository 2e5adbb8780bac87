package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.cooccurrence.CooccurrenceTrainer;
import io.shelfwise.recommend.cooccurrence.Sign;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.pairs.PairBounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code co-occurrence} works.
 *
 * @param related how many products are kept for each product
 * @param view how much a product that was looked at counts by what those took who looked at it; 0:
 *     not at all
 * @param cart likewise, of what was laid into the cart
 * @param mostCustomers how many customers of a product are asked
 * @param mostProducts how many products of a customer count
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.co-occurrence")
public record CooccurrenceSettings(
    int related,
    double view,
    double cart,
    int mostCustomers,
    int mostProducts,
    int historyLength,
    Duration halfLife,
    double again) {

  CooccurrenceTrainer trainer(PrivacySettings privacy) {
    return new CooccurrenceTrainer(
        related,
        signs(),
        new PairBounds(mostCustomers, mostProducts, privacy.leastCustomers()),
        new Attention(historyLength, Days.of(halfLife), again));
  }

  private List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    if (view != 0) {
      signs.add(new Sign(Kind.VIEW, view));
    }
    if (cart != 0) {
      signs.add(new Sign(Kind.CART_ADDITION, cart));
    }
    return signs;
  }
}
