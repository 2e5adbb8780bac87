package io.shelfwise.recommend.interactions;

/**
 * A customer did something with a product.
 *
 * @param customer the customer's id
 * @param product the product's id
 * @param kind what was done
 * @param minute when, in minutes since 1970
 * @param amount pieces, of a purchase or return; stars, of a rating; else 1
 */
public record Interaction(String customer, String product, Kind kind, int minute, double amount) {
  public Interaction {
    if (!(amount > 0)) {
      throw new IllegalArgumentException("amount: " + amount + " (expected: > 0)");
    }
  }
}
