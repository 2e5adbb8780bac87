package io.shelfwise.standalone.shop.words;

import com.google.type.Money;

/** Money as the sample shop has it: euros and cents. */
public final class Prices {
  private static final int NANOS_PER_CENT = 10_000_000;

  private Prices() {}

  /** So many cents. */
  public static Money euros(long cents) {
    return Money.newBuilder()
        .setCurrencyCode("EUR")
        .setUnits(cents / 100)
        .setNanos(Math.toIntExact(cents % 100) * NANOS_PER_CENT)
        .build();
  }
}
