package io.shelfwise.standalone.shop.people;

import io.shelfwise.standalone.shop.chance.Chance;

/**
 * When customers buy, by BG/NBD: a customer buys at rate λ ~ Gamma(r, α) a day and leaves after a
 * repeat purchase with probability p ~ Beta(a, b).
 *
 * @param r shape of the purchase rate
 * @param alpha rate of the purchase rate, in days
 * @param a first shape of the leaving probability
 * @param b second shape of the leaving probability
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee: "Counting Your
 *     Customers" the Easy Way (2005)</a>
 */
public record PurchaseRhythm(double r, double alpha, double a, double b) {
  /**
   * In a shop of two years about half of the customers come back, and the mean is three to four
   * orders.
   */
  public static final PurchaseRhythm USUAL = new PurchaseRhythm(0.3, 24, 0.6, 4);

  public PurchaseRhythm {
    if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
      throw new IllegalArgumentException(
          "r, alpha, a, b: " + r + ", " + alpha + ", " + a + ", " + b + " (expected: > 0)");
    }
  }

  double drawRate(Chance chance) {
    return chance.gamma(r, alpha);
  }

  double drawLeavingProbability(Chance chance) {
    return chance.beta(a, b);
  }
}
