package io.shelfwise.recommend.catalog;

import java.util.Optional;

/**
 * On what terms a product is sold.
 *
 * @param price what a piece costs, if that is known
 * @param margin the part of the price that is left to the shop, 0 to 1
 * @param stock pieces in stock; for information, {@code availability} decides
 * @param availability whether it can be bought
 * @param hidden whether the shop wants it not to be shown
 */
public record Offer(
    Optional<Price> price, double margin, long stock, Availability availability, boolean hidden) {
  /** In stock, shown, and nothing else is known. */
  public static final Offer UNPRICED =
      new Offer(Optional.empty(), 0, 0, Availability.IN_STOCK, false);

  public Offer {
    if (!(margin >= 0 && margin <= 1)) {
      throw new IllegalArgumentException("margin: " + margin + " (expected: 0 to 1)");
    }
    if (stock < 0) {
      throw new IllegalArgumentException("stock: " + stock + " (expected: >= 0)");
    }
  }

  /** Whether the product may be recommended. */
  public boolean showable() {
    return !hidden && availability == Availability.IN_STOCK;
  }
}
