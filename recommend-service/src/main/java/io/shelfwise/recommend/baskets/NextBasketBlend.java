package io.shelfwise.recommend.baskets;

/**
 * How a customer's own habits and those of others go together.
 *
 * @param decay how much each order counts
 * @param neighbors how many customers are listened to
 * @param own which part of the score is due to the customer's own habits, 0 to 1
 * @param leastCustomers how many of the neighbours must have bought what they speak for
 */
public record NextBasketBlend(BasketDecay decay, int neighbors, double own, int leastCustomers) {
  public NextBasketBlend {
    if (neighbors < 1) {
      throw new IllegalArgumentException("neighbors: " + neighbors + " (expected: >= 1)");
    }
    if (!(own >= 0 && own <= 1)) {
      throw new IllegalArgumentException("own: " + own + " (expected: 0 to 1)");
    }
    if (leastCustomers < 1) {
      throw new IllegalArgumentException(
          "least-customers: " + leastCustomers + " (expected: >= 1)");
    }
  }
}
