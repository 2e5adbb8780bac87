package io.shelfwise.standalone.shop.people;

import java.time.Instant;
import java.util.List;

/**
 * A customer as drawn: the truth behind what is seen.
 *
 * @param index the customer's number in the draw, from 0
 * @param id the customer's id in the shop, such as {@code C-10432}
 * @param rate λ: orders a day, as long as the customer is active
 * @param leavingProbability p: of leaving after a repeat purchase
 * @param spendRate ν: orders are worth Gamma(p, ν)
 * @param leaning what the customer is drawn to
 * @param arrival when the customer came for the first time
 * @param orders when the customer ordered, in order; the first at arrival, and none if the customer
 *     only looks
 * @param active whether the customer is still with the shop at the end
 */
public record Shopper(
    int index,
    String id,
    double rate,
    double leavingProbability,
    double spendRate,
    Leaning leaning,
    Instant arrival,
    List<Instant> orders,
    boolean active) {
  public Shopper {
    orders = List.copyOf(orders);
  }
}
