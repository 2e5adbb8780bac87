package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.PowerTail;

/**
 * How likely a history of x purchases is to go on in one way or another after a time t, under
 * Pareto/NBD, and how that changes with the parameters.
 *
 * <p>That the customer is still there at t after these purchases has, up to Γ(r+x)/Γ(r), the
 * density
 *
 * <pre>
 *   stays(t) = (1+t/α)^−r (α+t)^−x (1+t/β)^−s
 * </pre>
 *
 * <p>What comes next is that the customer leaves, or buys. At any time after t, these have
 *
 * <pre>
 *   leaves(t) = stays(t) ·     s/(β+t) · ∫₀^∞ (1 + v/(α+t))^−(r+x)   (1 + v/(β+t))^−(s+1) dv
 *   buys(t)   = stays(t) · (r+x)/(α+t) · ∫₀^∞ (1 + v/(α+t))^−(r+x+1) (1 + v/(β+t))^−s     dv
 * </pre>
 *
 * <p>and the sum of the two is stays(t). Each is told as a logarithm, whose derivatives can be
 * asked for until the next; they are kept in fields for the sake of the millions of a fit, so an
 * instance belongs to one thread.
 *
 * @see PowerTail
 */
final class ParetoNbdTerms {
  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final PowerTail tail = new PowerTail();

  private double byR;
  private double byAlpha;
  private double byS;
  private double byBeta;

  ParetoNbdTerms(double r, double alpha, double s, double beta) {
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
  }

  /** The customer is there at t. */
  double stays(int x, double t) {
    double atAlpha = alpha + t;
    double atBeta = beta + t;
    byR = -Math.log1p(t / alpha);
    byAlpha = r * t / (alpha * atAlpha) - x / atAlpha;
    byS = -Math.log1p(t / beta);
    byBeta = s * t / (beta * atBeta);
    return r * byR + s * byS - x * Math.log(atAlpha);
  }

  /** The customer is there at t, and leaves without another purchase. */
  double leaves(int x, double t) {
    double stays = stays(x, t);
    tail.at(r + x, s + 1, alpha + t, beta + t);
    addSlopesOfTail();
    byS += 1 / s;
    byBeta -= 1 / (beta + t);
    return stays + Math.log(s / (beta + t)) + tail.logarithm();
  }

  /** The customer is there at t, and makes another purchase. */
  double buys(int x, double t) {
    double stays = stays(x, t);
    tail.at(r + x + 1, s, alpha + t, beta + t);
    addSlopesOfTail();
    byR += 1 / (r + x);
    byAlpha -= 1 / (alpha + t);
    return stays + Math.log((r + x) / (alpha + t)) + tail.logarithm();
  }

  private void addSlopesOfTail() {
    byR += tail.byP();
    byAlpha += tail.byA();
    byS += tail.byQ();
    byBeta += tail.byB();
  }

  /** The derivative by r of the logarithm that was asked for last. */
  double byR() {
    return byR;
  }

  /** Its derivative by α. */
  double byAlpha() {
    return byAlpha;
  }

  /** Its derivative by s. */
  double byS() {
    return byS;
  }

  /** Its derivative by β. */
  double byBeta() {
    return byBeta;
  }
}
