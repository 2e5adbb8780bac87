package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.LogConcave;
import io.shelfwise.value.numeric.Quadrature;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * The population that Pareto/NBD describes, and what it lets expect of one of its customers of whom
 * no more is known.
 *
 * @param r shape of the purchase rates λ ~ Gamma(r, α)
 * @param alpha α, their rate, in the unit of time
 * @param s shape of the leaving rates μ ~ Gamma(s, β)
 * @param beta β, their rate, in the unit of time
 */
public record ParetoNbdParameters(double r, double alpha, double s, double beta) {
  static final List<String> NAMES = List.of("r", "alpha", "s", "beta");

  /** What has fallen to e^−45 is less than the rounding of what it fell from. */
  private static final double NOTHING = 45;

  /** The part of a time in which it is as good as certain that no purchase would count. */
  private static final double LEAST_PART_OF_TIME = 1e-300;

  public ParetoNbdParameters {
    Positive.check("r", r);
    Positive.check("alpha", alpha);
    Positive.check("s", s);
    Positive.check("beta", beta);
  }

  /** The parameters that were estimated. */
  static ParetoNbdParameters of(Estimates estimates) {
    return new ParetoNbdParameters(
        estimates.value(0), estimates.value(1), estimates.value(2), estimates.value(3));
  }

  /** The parameters as known ones, without errors. */
  Estimates known() {
    return Estimates.known(NAMES, r, alpha, s, beta);
  }

  /** The probability of still being there after a time: E[e^(−μt)] = (β/(β+t))^s. */
  double stays(double time) {
    return Math.exp(-s * Math.log1p(time / beta));
  }

  /**
   * Purchases within a time: r/α · ∫ (β/(β+u))^s e^(−δu) du. Without a discount that is rβ/α · (1 −
   * (1+t/β)^(1−s)) / (s−1), which at s = 1 is rβ/α · ln(1 + t/β).
   */
  double expectedPurchases(double time, double discountRate) {
    double span = Math.log1p(time / beta);
    if (discountRate > 0) {
      return discounted(span, discountRate);
    }
    double power = (1 - s) * span;
    return r * beta / alpha * span * (power == 0 ? 1 : Math.expm1(power) / power);
  }

  /** Purchases for ever; without a discount s is more than 1. */
  double expectedPurchasesForever(double discountRate) {
    return discountRate > 0
        ? discounted(Double.POSITIVE_INFINITY, discountRate)
        : r * beta / (alpha * (s - 1));
  }

  /**
   * The integral on the scale of v = ln(1 + u/β), on which powers of β+u are smooth, up to where
   * leaving or the discount leave nothing of it.
   */
  private double discounted(double span, double discountRate) {
    double end = Math.min(span, Math.log1p(NOTHING / (discountRate * beta)));
    if (s > 1) {
      end = Math.min(end, NOTHING / (s - 1));
    }
    return r
        * beta
        / alpha
        * Quadrature.integrate(
            v -> Math.exp((1 - s) * v - discountRate * beta * Math.expm1(v)), 0, end);
  }

  /**
   * The probability of exactly n purchases within a time t: of a customer who is there until then,
   *
   * <pre>
   *   Γ(r+n)/(Γ(r) n!) · (α/(α+t))^r (t/(α+t))^n · (β/(β+t))^s
   * </pre>
   *
   * and of one who leaves at u, the same with u for t and s β^s (β+u)^−(s+1) as the last factor,
   * integrated over u &lt; t, on the scale of ln u.
   */
  double probabilityOf(int n, double time) {
    if (time == 0) {
      return n == 0 ? 1 : 0;
    }
    double choices = Gamma.logGamma(r + n) - Gamma.logGamma(r) - Gamma.logGamma(n + 1.0);
    double end = Math.log(time);
    double stays = purchases(n, time) - s * Math.log1p(time / beta);
    double leaves =
        LogConcave.logIntegral(
            v -> {
              double u = Math.exp(v);
              return v + purchases(n, u) - (s + 1) * Math.log1p(u / beta);
            },
            Math.log(time * LEAST_PART_OF_TIME),
            end);
    return Math.exp(choices + stays) + s / beta * Math.exp(choices + leaves);
  }

  /** ln of (α/(α+t))^r (t/(α+t))^n. */
  private double purchases(int n, double time) {
    return -r * Math.log1p(time / alpha) - (n == 0 ? 0 : n * Math.log1p(alpha / time));
  }
}
