package io.shelfwise.recommend.catalog;

/**
 * What a piece costs.
 *
 * @param currencyCode three letters, as ISO 4217 has them
 * @param micros millionths of the currency's unit
 */
public record Price(String currencyCode, long micros) {
  /** How many micros make a unit. */
  public static final long MICROS_PER_UNIT = 1_000_000;

  public Price {
    if (micros < 0) {
      throw new IllegalArgumentException("micros: " + micros + " (expected: >= 0)");
    }
  }
}
