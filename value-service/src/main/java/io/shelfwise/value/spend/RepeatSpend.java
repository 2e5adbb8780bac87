package io.shelfwise.value.spend;

import io.shelfwise.value.history.CustomerHistory;
import java.util.Comparator;

/**
 * What the spend model looks at in a customer.
 *
 * @param days x: purchase days after the first one
 * @param mean what such a day was worth in the mean, in the store's currency; 0 if there was none
 */
public record RepeatSpend(int days, double mean) implements Comparable<RepeatSpend> {
  /** Of a customer who has not bought again nothing is known. */
  public static final RepeatSpend NONE = new RepeatSpend(0, 0);

  private static final double MICROS = 1e6;
  private static final Comparator<RepeatSpend> ORDER =
      Comparator.comparingInt(RepeatSpend::days).thenComparingDouble(RepeatSpend::mean);

  public RepeatSpend {
    if (days < 0) {
      throw new IllegalArgumentException("days: " + days + " (expected: >= 0)");
    }
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY) || (days == 0 && mean > 0)) {
      throw new IllegalArgumentException(
          "mean: " + mean + " (expected: >= 0 and finite, and 0 without days)");
    }
  }

  /** What a customer spent up to a day and with it. */
  public static RepeatSpend of(CustomerHistory history, int lastDay) {
    int repeats = history.purchaseDaysUntil(lastDay) - 1;
    if (repeats < 1) {
      return NONE;
    }
    double micros = 0;
    for (int i = 1; i <= repeats; i++) {
      micros += history.purchaseDayMicros(i);
    }
    return new RepeatSpend(repeats, micros / repeats / MICROS);
  }

  @Override
  public int compareTo(RepeatSpend other) {
    return ORDER.compare(this, other);
  }
}
