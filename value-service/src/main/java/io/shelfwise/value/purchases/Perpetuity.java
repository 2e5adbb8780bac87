package io.shelfwise.value.purchases;

import org.hipparchus.special.Gamma;

/**
 * The purchases of a customer of the BG family for ever, discounted.
 *
 * <p>The n-th purchase that would come does so with the (kn − begun)-th event; if events come at a
 * rate λ each is worth φ = λ/(λ+δ) of the one before. Summed up over n, with the chance to stay,
 *
 * <pre>
 *   Σ φ^(kn−begun) (1−p)^(n−1) = φ^(−begun) / (c + p),    c = φ^(−k) − 1
 * </pre>
 *
 * <p>The mean over p is a continued fraction; that over λ is taken by the trapezoidal rule on the
 * scale of ln λ, which for a function that is analytic and dies off on both sides gains digits in
 * proportion to the points.
 */
final class Perpetuity {
  /** What is left out beyond the ends of the sum: e^−40 of the largest term. */
  private static final double FALL = 40;

  private static final double NEGLIGIBLE = 1e-18;

  private static final double WIDEST_STEP = 0.2;
  private static final double WIDEST_STEP_IN_DEVIATIONS = 0.7;
  private static final int MOST_FRACTIONS = 1_000_000;
  private static final double PRECISION = 1e-16;

  private Perpetuity() {}

  static double of(ActiveCustomer customer, double discountRate) {
    double shape = customer.shape();
    double mode = Math.log(shape / customer.rate());
    double step = Math.min(WIDEST_STEP, WIDEST_STEP_IN_DEVIATIONS / Math.sqrt(shape));
    double constant = shape * Math.log(shape) - shape - Gamma.logGamma(shape);
    double sum = 0;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = side < 0 ? -1 : 0; ; i += side) {
        double v = i * step;
        // The logarithm of the density of ln λ, less its largest value.
        double fall = shape * (v - Math.expm1(v));
        double worth = ofRate(customer, Math.exp(mode + v), discountRate);
        double term = Math.exp(fall + constant) * worth;
        sum += term;
        if (fall < -FALL || term < sum * NEGLIGIBLE) {
          break;
        }
      }
    }
    return sum * step;
  }

  private static double ofRate(ActiveCustomer customer, double lambda, double discountRate) {
    double logDiscount = Math.log1p(discountRate / lambda);
    double c = Math.expm1(customer.regularity() * logDiscount);
    return Math.exp(customer.begun() * logDiscount) * meanOfInverse(c, customer.a(), customer.b());
  }

  /**
   * E[1/(c+p)] for p ~ Beta(a, b): 1/c · ₂F₁(1, a; a+b; −1/c) by the continued fraction of Gauss,
   * 1/(c + k₁/(1 + k₂/(c + k₃/(1 + …)))), whose parts are all positive. It is evaluated forwards,
   * by the rule of Lentz.
   *
   * @see <a href="https://dlmf.nist.gov/15.7">DLMF 15.7</a>
   */
  static double meanOfInverse(double c, double a, double b) {
    double ab = a + b;
    double value = c;
    double numerators = value;
    double denominators = 0;
    for (int i = 1; i < MOST_FRACTIONS; i++) {
      int m = i / 2;
      double k;
      if (i == 1) {
        k = a / ab;
      } else if (i % 2 == 0) {
        k = m * (b + m - 1) / ((ab + 2 * m - 2) * (ab + 2 * m - 1));
      } else {
        k = (a + m) * (ab + m - 1) / ((ab + 2 * m - 1) * (ab + 2 * m));
      }
      double part = i % 2 == 1 ? 1 : c;
      denominators = 1 / (part + k * denominators);
      numerators = part + k / numerators;
      double change = numerators * denominators;
      value *= change;
      if (Math.abs(change - 1) < 4 * PRECISION) {
        break;
      }
    }
    return 1 / value;
  }
}
