package io.shelfwise.value.purchases;

import io.shelfwise.value.history.CustomerHistory;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a purchase model looks at in a customer: the triple (x, t_x, T) of the literature, in any
 * one unit of time.
 *
 * <p>Purchases of one day count once, and the first day is where the clock starts, not a repeat
 * purchase.
 *
 * <p>Where opportunities to buy are counted instead of time measured, as in {@link BgBbModel}, the
 * times are whole numbers: t_x is the number of the last opportunity that was used, T that of all.
 *
 * @param frequency x: days with a purchase after the first one
 * @param recency t_x: from the first purchase to the last; 0 if there was no other
 * @param age T: from the first purchase to the end of observation
 */
public record RepeatPurchases(int frequency, double recency, double age)
    implements Comparable<RepeatPurchases> {
  /** A customer who has just bought for the first time. */
  public static final RepeatPurchases NEW = new RepeatPurchases(0, 0, 0);

  /**
   * Times are differences of larger numbers, so that the last purchase can seem to lie a rounding
   * after the end.
   */
  private static final double ROUNDING = 1e-9;

  private static final Comparator<RepeatPurchases> ORDER =
      Comparator.comparingInt(RepeatPurchases::frequency)
          .thenComparingDouble(RepeatPurchases::recency)
          .thenComparingDouble(RepeatPurchases::age);

  public RepeatPurchases {
    if (frequency < 0) {
      throw new IllegalArgumentException("frequency: " + frequency + " (expected: >= 0)");
    }
    if (!(age >= 0 && age < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("age: " + age + " (expected: >= 0 and finite)");
    }
    if (!(recency >= 0 && recency <= age * (1 + ROUNDING))) {
      throw new IllegalArgumentException("recency: " + recency + " (expected: 0 to " + age + ")");
    }
    if (frequency == 0 && recency > 0) {
      throw new IllegalArgumentException(
          "recency: " + recency + " (expected: 0 when there was no repeat purchase)");
    }
    recency = Math.min(recency, age);
  }

  /**
   * What a customer did up to a day and with it, time in days; empty if the customer had not bought
   * by then.
   */
  public static Optional<RepeatPurchases> of(CustomerHistory history, int lastDay) {
    int days = history.purchaseDaysUntil(lastDay);
    if (days == 0) {
      return Optional.empty();
    }
    int first = history.purchaseDay(0);
    return Optional.of(
        new RepeatPurchases(days - 1, history.purchaseDay(days - 1) - first, lastDay - first));
  }

  @Override
  public int compareTo(RepeatPurchases other) {
    return ORDER.compare(this, other);
  }
}
