package io.shelfwise.value.spend;

/**
 * The population that Gamma-Gamma describes.
 *
 * @param p shape of a purchase's value, which is Gamma(p, ν)
 * @param q shape of the customers' rates ν ~ Gamma(q, γ)
 * @param gamma γ, their rate, in the currency's unit
 */
public record GammaGammaParameters(double p, double q, double gamma) {
  public GammaGammaParameters {
    check("p", p);
    check("q", q);
    check("gamma", gamma);
  }

  private static void check(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: more than 0 and finite)");
    }
  }
}
