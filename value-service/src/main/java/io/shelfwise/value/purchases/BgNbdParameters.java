package io.shelfwise.value.purchases;

/**
 * The population that BG/NBD describes.
 *
 * @param r shape of the purchase rates λ ~ Gamma(r, α)
 * @param alpha α, their rate, in the unit of time
 * @param a first shape of the leaving probabilities p ~ Beta(a, b)
 * @param b second shape of the leaving probabilities
 */
public record BgNbdParameters(double r, double alpha, double a, double b) {
  public BgNbdParameters {
    check("r", r);
    check("alpha", alpha);
    check("a", a);
    check("b", b);
  }

  private static void check(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: more than 0 and finite)");
    }
  }
}
