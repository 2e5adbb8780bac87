package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.Estimates;
import java.util.List;

/**
 * The population that Gamma-Gamma describes.
 *
 * @param p shape of a purchase's value, which is Gamma(p, ν)
 * @param q shape of the customers' rates ν ~ Gamma(q, γ)
 * @param gamma γ, their rate, in the currency's unit
 */
public record GammaGammaParameters(double p, double q, double gamma) {
  private static final List<String> NAMES = List.of("p", "q", "gamma");

  public GammaGammaParameters {
    check("p", p);
    check("q", q);
    check("gamma", gamma);
  }

  /** The parameters that were estimated. */
  static GammaGammaParameters of(Estimates estimates) {
    if (!estimates.names().equals(NAMES)) {
      throw new IllegalArgumentException(
          "parameters: " + estimates.names() + " (expected: " + NAMES + ")");
    }
    return new GammaGammaParameters(estimates.value(0), estimates.value(1), estimates.value(2));
  }

  /** The parameters as known ones, without errors. */
  Estimates known() {
    return Estimates.known(NAMES, p, q, gamma);
  }

  private static void check(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: more than 0 and finite)");
    }
  }
}
