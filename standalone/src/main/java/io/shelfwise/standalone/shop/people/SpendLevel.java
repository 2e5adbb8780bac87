package io.shelfwise.standalone.shop.people;

import io.shelfwise.standalone.shop.chance.Chance;

/**
 * What customers spend on an order, by Gamma-Gamma: an order of a customer is worth Gamma(p, ν),
 * and ν ~ Gamma(q, v). So a customer's mean is p / ν, and the mean of all customers' means p · v /
 * (q - 1).
 *
 * @param p shape of an order's value
 * @param q shape of the customers' rates
 * @param v rate of the customers' rates, in the shop's currency
 * @see <a href="http://www.brucehardie.com/notes/025/">Fader, Hardie: The Gamma-Gamma Model of
 *     Monetary Value (2013)</a>
 */
public record SpendLevel(double p, double q, double v) {
  /**
   * Orders of 60 euros on average; between customers and between a customer's orders by about the
   * half of it.
   */
  public static final SpendLevel USUAL = new SpendLevel(5, 5, 48);

  public SpendLevel {
    if (!(p > 0 && q > 1 && v > 0)) {
      throw new IllegalArgumentException(
          "p, q, v: " + p + ", " + q + ", " + v + " (expected: > 0, and q > 1)");
    }
  }

  double drawRate(Chance chance) {
    return chance.gamma(q, v);
  }

  /** The value of an order of a customer with this ν, in cents. */
  public int drawCents(double rate, Chance chance) {
    return (int) Math.round(100 * chance.gamma(p, rate));
  }
}
