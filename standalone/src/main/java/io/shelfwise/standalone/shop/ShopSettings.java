package io.shelfwise.standalone.shop;

import java.time.Duration;
import java.time.Instant;

/**
 * Which shop to make. Equal settings make equal shops.
 *
 * @param seed what all chance comes from
 * @param products how many products the shop has: 1 to 200,000
 * @param customers how many customers the shop has: 1 to 100,000,000
 * @param end the last moment at which anything happens
 * @param length how long before that the shop opened: at least a day
 */
public record ShopSettings(long seed, int products, int customers, Instant end, Duration length) {
  /** How many products a shop that is made up has at most. */
  public static final int MOST_PRODUCTS = 200_000;

  private static final int MOST_CUSTOMERS = 100_000_000;

  public ShopSettings {
    check("products", products, MOST_PRODUCTS);
    check("customers", customers, MOST_CUSTOMERS);
    if (length.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("length: " + length + " (expected: at least a day)");
    }
  }

  /** The shop that is shown to newcomers: two years up to {@code end}. */
  public static ShopSettings demo(Instant end) {
    return new ShopSettings(1, 2_000, 5_000, end, Duration.ofDays(730));
  }

  /** When the shop opened. */
  public Instant start() {
    return end.minus(length);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 1 to " + most + ")");
    }
  }
}
