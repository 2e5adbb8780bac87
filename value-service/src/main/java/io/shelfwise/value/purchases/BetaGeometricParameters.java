package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Estimates;
import java.util.List;

/**
 * The population that the models of the BG family describe.
 *
 * @param r shape of the rates λ ~ Gamma(r, α)
 * @param alpha α, their rate, in the unit of time
 * @param a first shape of the leaving probabilities p ~ Beta(a, b)
 * @param b second shape of the leaving probabilities
 */
public record BetaGeometricParameters(double r, double alpha, double a, double b) {
  static final List<String> NAMES = List.of("r", "alpha", "a", "b");

  public BetaGeometricParameters {
    Positive.check("r", r);
    Positive.check("alpha", alpha);
    Positive.check("a", a);
    Positive.check("b", b);
  }

  /** The parameters that were estimated. */
  static BetaGeometricParameters of(Estimates estimates) {
    return new BetaGeometricParameters(
        estimates.value(0), estimates.value(1), estimates.value(2), estimates.value(3));
  }

  /** The parameters as known ones, without errors. */
  Estimates known() {
    return Estimates.known(NAMES, r, alpha, a, b);
  }
}
