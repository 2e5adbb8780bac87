package io.shelfwise.value.numeric;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The integral of a product of two powers, all the way to infinity,
 *
 * <pre>
 *   J = ∫₀^∞ (a+v)^−p (b+v)^−q dv
 * </pre>
 *
 * <p>as a logarithm and with its derivatives in all four. With a ≤ b (else they change places) and
 * z = 1 − a/b it is
 *
 * <pre>
 *   a^(1−p) b^−q / (p+q−1) · Σₙ (q)ₙ/(p+q)ₙ · zⁿ
 * </pre>
 *
 * <p>whose terms are all positive, so that nothing cancels and no parameters are special. They fall
 * at least as fast as zⁿ, and as (n/q)^−p in the long run. Where both are slow, because z is near
 * to 1 and p is small, the integral is first taken up to where z no longer is, in panels of Gauss
 * and Legendre's rule on the scale of ln(a+v), on which powers are smooth.
 *
 * <p>The last answer is kept in fields, which spares an object each for the millions of integrals
 * of a fit. So an instance belongs to one thread.
 */
public final class PowerTail {
  private static final double PRECISION = 1e-17;

  /** ln of the precision: so far must the terms fall. */
  private static final double FALL = -Math.log(PRECISION);

  /** From this a/b on zⁿ falls fast enough. */
  private static final double FAR_FROM_ONE = 0.1;

  /** A series of so many terms takes as long as a few panels. */
  private static final double MANY_TERMS = 400;

  /** The longest panel on the scale of ln(a+v). */
  private static final double LONGEST_PANEL = 2;

  /** The most that the integrand may fall by e in one panel, for the rule to be exact. */
  private static final double STEEPEST_PANEL = 20;

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);

  private double logarithm;
  private double byP;
  private double byQ;
  private double byA;
  private double byB;

  /**
   * Takes the integral.
   *
   * @param p more than 0
   * @param q more than 0, and p + q more than 1
   * @param a more than 0
   * @param b more than 0
   */
  public void at(double p, double q, double a, double b) {
    if (a <= b) {
      inOrder(p, q, a, b);
      return;
    }
    inOrder(q, p, b, a);
    double swapped = byP;
    byP = byQ;
    byQ = swapped;
    swapped = byA;
    byA = byB;
    byB = swapped;
  }

  /** ln J. */
  public double logarithm() {
    return logarithm;
  }

  /** ∂ ln J/∂p. */
  public double byP() {
    return byP;
  }

  /** ∂ ln J/∂q. */
  public double byQ() {
    return byQ;
  }

  /** ∂ ln J/∂a. */
  public double byA() {
    return byA;
  }

  /** ∂ ln J/∂b. */
  public double byB() {
    return byB;
  }

  /**
   * With a ≤ b. All sums are in units of a^(1−p) b^−q, and logarithms of a+v and b+v less theirs.
   */
  private void inOrder(double p, double q, double a, double b) {
    double sum = 0;
    double sumByP = 0;
    double sumByQ = 0;
    double sumByA = 0;
    double sumByB = 0;
    double near = a;
    double far = b;
    double logNear = 0;
    double logFar = 0;
    double panel = Math.min(LONGEST_PANEL, STEEPEST_PANEL / p);
    while (isSlow(p, q, near, far)) {
      for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
        double step = panel / 2 * (1 + RULE.getPoint(i));
        double v = near * Math.expm1(step);
        double logNearV = logNear + step;
        double logFarV = logFar + Math.log1p(v / far);
        double part = panel / 2 * RULE.getWeight(i) * Math.exp((1 - p) * logNearV - q * logFarV);
        sum += part;
        sumByP -= part * logNearV;
        sumByQ -= part * logFarV;
        sumByA -= part * p / (near + v);
        sumByB -= part * q / (far + v);
      }
      double v = near * Math.expm1(panel);
      logNear += panel;
      logFar += Math.log1p(v / far);
      near += v;
      far += v;
    }
    series(p, q, near, far);
    double rest = Math.exp((1 - p) * logNear - q * logFar + logarithm);
    sum += rest;
    sumByP += rest * (byP - logNear);
    sumByQ += rest * (byQ - logFar);
    sumByA += rest * byA;
    sumByB += rest * byB;
    double logA = Math.log(a);
    double logB = Math.log(b);
    logarithm = (1 - p) * logA - q * logB + Math.log(sum);
    byP = sumByP / sum - logA;
    byQ = sumByQ / sum - logB;
    byA = sumByA / sum;
    byB = sumByB / sum;
  }

  private static boolean isSlow(double p, double q, double a, double b) {
    return a < FAR_FROM_ONE * b && q * Math.expm1(FALL / p) > MANY_TERMS;
  }

  /** In units of a^(1−p) b^−q, which the derivatives in p and q take for constant. */
  private void series(double p, double q, double a, double b) {
    double z = 1 - a / b;
    double term = 1;
    double sum = 1;
    double sumByP = 0;
    double sumByQ = 0;
    double sumByZ = 0;
    double harmonicQ = 0;
    double harmonicPq = 0;
    double ratio;
    int n = 0;
    do {
      double q1 = q + n;
      double pq1 = p + q + n;
      n++;
      sumByZ += term * n * q1 / pq1;
      ratio = z * q1 / pq1;
      term *= ratio;
      harmonicQ += 1 / q1;
      harmonicPq += 1 / pq1;
      sum += term;
      sumByP -= term * harmonicPq;
      sumByQ += term * (harmonicQ - harmonicPq);
    } while (term * n > sum * PRECISION * (1 - ratio));
    logarithm = Math.log(sum / (p + q - 1));
    byP = sumByP / sum - 1 / (p + q - 1);
    byQ = sumByQ / sum - 1 / (p + q - 1);
    byA = (1 - p) / a - sumByZ / sum / b;
    byB = sumByZ / sum * a / (b * b) - q / b;
  }
}
