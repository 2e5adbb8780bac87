package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.ValueToday;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What counts as much in a store, for loyalty: that which the best fifth of its buyers reach. So a
 * shop of spare parts and a shop of groceries need no other settings.
 *
 * @param repeatRate orders after the first, in 30 days of tenure
 * @param pieces pieces bought
 * @param tenureDays days since the first order
 */
public record LoyaltyMarks(double repeatRate, double pieces, double tenureDays) {
  private static final int BEST = 5;
  private static final double MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);

  /** The marks of these buyers, at least one. */
  static LoyaltyMarks of(List<CustomerHistory> buyers, long asOfMillis) {
    return new LoyaltyMarks(
        leastOfTheBest(buyers, buyer -> repeatRate(buyer, asOfMillis)),
        leastOfTheBest(buyers, CustomerHistory::pieces),
        leastOfTheBest(buyers, buyer -> tenureDays(buyer, asOfMillis)));
  }

  private static double leastOfTheBest(
      List<CustomerHistory> buyers, ToDoubleFunction<CustomerHistory> measure) {
    double[] sorted = buyers.stream().mapToDouble(measure).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length - Math.ceilDiv(sorted.length, BEST)];
  }

  static double repeatRate(CustomerHistory buyer, long asOfMillis) {
    return ValueToday.perPeriod(buyer.orders() - 1, tenureDays(buyer, asOfMillis));
  }

  static double tenureDays(CustomerHistory buyer, long asOfMillis) {
    return (asOfMillis - buyer.firstOrderMillis()) / MILLIS_PER_DAY;
  }
}
