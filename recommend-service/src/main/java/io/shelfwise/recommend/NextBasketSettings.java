package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.baskets.BasketDecay;
import io.shelfwise.recommend.baskets.NextBasketBlend;
import io.shelfwise.recommend.baskets.NextBasketTrainer;

/**
 * How {@code next-basket} works.
 *
 * @param groups in how many groups a customer's orders are put at most
 * @param withinGroup how much less an order counts than the next newer one of its group, 0 to 1
 * @param betweenGroups how much less a group counts than the next newer one, 0 to 1
 * @param neighbors how many customers are listened to
 * @param own which part of the score is due to the customer's own habits, 0 to 1
 */
@ConfigurationProperties("shelfwise.recommend.next-basket")
public record NextBasketSettings(
    int groups, double withinGroup, double betweenGroups, int neighbors, double own) {

  NextBasketTrainer trainer(PrivacySettings privacy) {
    return new NextBasketTrainer(
        new NextBasketBlend(
            new BasketDecay(groups, withinGroup, betweenGroups),
            neighbors,
            own,
            privacy.leastCustomers()));
  }
}
