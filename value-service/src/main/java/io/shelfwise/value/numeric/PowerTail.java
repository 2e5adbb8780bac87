package io.shelfwise.value.numeric;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The integral of a product of two powers that fall from 1, all the way to infinity,
 *
 * <pre>
 *   I = ∫₀^∞ (1+v/a)^−p (1+v/b)^−q dv
 * </pre>
 *
 * <p>as a logarithm and with its derivatives in all four. With a ≤ b (else they change places) and
 * z = 1 − a/b it is
 *
 * <pre>
 *   a/(p+q−1) · Σₙ (q)ₙ/(p+q)ₙ · zⁿ
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

  /** ln I. */
  public double logarithm() {
    return logarithm;
  }

  /** ∂ ln I/∂p. */
  public double byP() {
    return byP;
  }

  /** ∂ ln I/∂q. */
  public double byQ() {
    return byQ;
  }

  /** ∂ ln I/∂a. */
  public double byA() {
    return byA;
  }

  /** ∂ ln I/∂b. */
  public double byB() {
    return byB;
  }

  /** With a ≤ b: panels as long as the series would be slow, then the series for what is left. */
  private void inOrder(double p, double q, double a, double b) {
    double sum = 0;
    double sumByP = 0;
    double sumByQ = 0;
    double sumByA = 0;
    double sumByB = 0;
    double begin = 0;
    double panel = Math.min(LONGEST_PANEL, STEEPEST_PANEL / p);
    // What is left of the integrand; of the integral no more than that times b + v is.
    double left = 1;
    while (isSlow(p, q, a + begin, b + begin) && left * (b + begin) > sum * PRECISION) {
      for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
        double stretch = panel / 2 * (1 + RULE.getPoint(i));
        double v = begin + (a + begin) * Math.expm1(stretch);
        double logA = Math.log1p(v / a);
        double logB = Math.log1p(v / b);
        double part = panel / 2 * RULE.getWeight(i) * (a + v) * Math.exp(-p * logA - q * logB);
        sum += part;
        sumByP -= part * logA;
        sumByQ -= part * logB;
        sumByA += part * p * v / (a * (a + v));
        sumByB += part * q * v / (b * (b + v));
      }
      begin += (a + begin) * Math.expm1(panel);
      left = Math.exp(-p * Math.log1p(begin / a) - q * Math.log1p(begin / b));
    }
    if (!isSlow(p, q, a + begin, b + begin)) {
      series(p, q, a + begin, b + begin);
      double rest = left * Math.exp(logarithm);
      sum += rest;
      sumByP += rest * (byP - Math.log1p(begin / a));
      sumByQ += rest * (byQ - Math.log1p(begin / b));
      sumByA += rest * (byA + p * begin / (a * (a + begin)));
      sumByB += rest * (byB + q * begin / (b * (b + begin)));
    }
    logarithm = Math.log(sum);
    byP = sumByP / sum;
    byQ = sumByQ / sum;
    byA = sumByA / sum;
    byB = sumByB / sum;
  }

  /**
   * Whether the series would take very many terms: zⁿ does not make them fall, and neither does
   * (1+n/q)^−p, of which n² is spent on what is left of the sum and its derivatives. However small
   * q is, and with it all terms but the first, they fall no faster than n^−p.
   */
  private static boolean isSlow(double p, double q, double a, double b) {
    double order = p - 2;
    return a < FAR_FROM_ONE * b
        && (order <= 0 || Math.max(q, 1) * Math.expm1(FALL / order) > MANY_TERMS);
  }

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
      double qn = q + n;
      double pqn = p + q + n;
      n++;
      sumByZ += term * n * qn / pqn;
      ratio = z * qn / pqn;
      term *= ratio;
      harmonicQ += 1 / qn;
      harmonicPq += 1 / pqn;
      sum += term;
      sumByP -= term * harmonicPq;
      sumByQ += term * (harmonicQ - harmonicPq);
    } while (term * n > sum * PRECISION * (1 - ratio));
    logarithm = Math.log(a * sum / (p + q - 1));
    byP = sumByP / sum - 1 / (p + q - 1);
    byQ = sumByQ / sum - 1 / (p + q - 1);
    byA = 1 / a - sumByZ / (sum * b);
    byB = sumByZ / sum * a / (b * b);
  }
}
