package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Chunks;
import io.shelfwise.value.numeric.Likelihood;
import org.hipparchus.special.Gamma;

/**
 * The log-likelihood of purchase histories under a model of the BG family, and its gradient by r,
 * α, a and b.
 *
 * <p>A history of x repeat purchases, the last at t_x, watched until T, with n chances to leave,
 * has the density
 *
 * <pre>
 *   Γ(r+kx)/Γ(r) · α^r · B(a,b+n)/B(a,b) ·
 *       { (α+T)^−(r+kx) · Q  +  [n&gt;0] · a/(b+n−1) · (α+t_x)^−(r+kx) }
 *
 *   Q = Σ Γ(r+kx+j)/(Γ(r+kx) j!) · ((T−t_x)/(α+T))^j   over j from 0 to k−1, which is 1 for k = 1
 * </pre>
 *
 * <p>times, for each purchase, (time since the one before)^(k−1)/(k−1)!. The first term in the
 * braces is that of a customer who is still there, the second that of one who left with the last
 * purchase; the gradient weighs both by their share w, which is the probability of being active.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005, equation 6</a>
 */
final class BetaGeometricLikelihood implements Likelihood {
  private static final int R = 0;
  private static final int ALPHA = 1;
  private static final int A = 2;
  private static final int B = 3;

  private final PurchaseSample sample;
  private final BetaGeometricVariant variant;
  private final double constant;

  BetaGeometricLikelihood(BetaGeometricVariant variant, PurchaseSample sample) {
    this.sample = sample;
    this.variant = variant;
    int k = variant.regularity();
    constant =
        k == 1 ? 0 : (k - 1) * sample.logGaps().orElse(0) - sample.purchases() * Gamma.logGamma(k);
  }

  @Override
  public long observations() {
    return sample.customers();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    return constant + Chunks.sum(sample.rows(), new Point(parameters)::sum, gradient);
  }

  /** What is reckoned once for all rows. */
  private final class Point {
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int k = variant.regularity();
    private final double logAlpha;
    private final double logA;
    private final RisingFactorials ofR;
    private final RisingFactorials ofB;
    private final RisingFactorials ofAb;
    private final double[] logTime;

    Point(double[] parameters) {
      r = parameters[R];
      alpha = parameters[ALPHA];
      a = parameters[A];
      b = parameters[B];
      logAlpha = Math.log(alpha);
      logA = Math.log(a);
      int mostChances = variant.chances(sample.mostFrequent());
      ofR = new RisingFactorials(r, k * sample.mostFrequent());
      ofB = new RisingFactorials(b, mostChances);
      ofAb = new RisingFactorials(a + b, mostChances);
      logTime = sample.logTimes(alpha);
    }

    /** The log-likelihood of some rows, and its gradient. */
    double sum(int from, int until, double[] gradient) {
      double sum = 0;
      double byR = 0;
      double byAlpha = 0;
      double byA = 0;
      double byB = 0;
      Stages stages = new Stages();
      for (int i = from; i < until; i++) {
        double weight = sample.weight(i);
        int x = sample.frequency(i);
        int n = variant.chances(x);
        double events = r + (double) k * x;
        double untilEnd = alpha + sample.time(sample.agePlace(i));
        double logUntilEnd = logTime[sample.agePlace(i)];
        double stayed = -events * logUntilEnd;
        // What k > 1 adds: the events since the last purchase, and their slopes.
        double stagesByR = 0;
        double stagesByAlpha = 0;
        if (k > 1) {
          double since = sample.time(sample.agePlace(i)) - sample.time(sample.recencyPlace(i));
          stages.sum(events, since / untilEnd);
          stayed += stages.logarithm;
          stagesByR = stages.byEvents;
          stagesByAlpha = -stages.byLogTime / untilEnd;
        }
        if (n == 0) {
          sum += weight * (r * logAlpha + stayed);
          byR += weight * (logAlpha - logUntilEnd + stagesByR);
          byAlpha += weight * (r / alpha - r / untilEnd + stagesByAlpha);
          continue;
        }
        double untilLast = alpha + sample.time(sample.recencyPlace(i));
        double logUntilLast = logTime[sample.recencyPlace(i)];
        double left = logA - ofB.lastLogarithm(n) - events * logUntilLast;
        // The smaller share over the larger one, so that nothing overflows.
        double ratio = Math.exp(-Math.abs(left - stayed));
        double larger = 1 / (1 + ratio);
        double smaller = ratio * larger;
        double w = left > stayed ? smaller : larger;
        double v = left > stayed ? larger : smaller;
        sum +=
            weight
                * (ofR.logarithm(k * x)
                    + ofB.logarithm(n)
                    - ofAb.logarithm(n)
                    + r * logAlpha
                    + Math.max(stayed, left)
                    + Math.log(1 + ratio));
        byR +=
            weight
                * (ofR.derivative(k * x)
                    + logAlpha
                    - w * (logUntilEnd - stagesByR)
                    - v * logUntilLast);
        byAlpha +=
            weight * (r / alpha - events * (w / untilEnd + v / untilLast) + w * stagesByAlpha);
        byA += weight * (v / a - ofAb.derivative(n));
        byB += weight * (ofB.derivative(n) - ofAb.derivative(n) - v / (b + n - 1));
      }
      gradient[R] = byR;
      gradient[ALPHA] = byAlpha;
      gradient[A] = byA;
      gradient[B] = byB;
      return sum;
    }
  }

  /** ln Q and its slopes. */
  private final class Stages {
    private double logarithm;
    private double byEvents;
    private double byLogTime;

    /** Q as a polynomial in z = (T−t_x)/(α+T), whose derivative by α is −z/(α+T). */
    void sum(double events, double z) {
      double term = 1;
      double termByEvents = 0;
      double q = 1;
      double qByEvents = 0;
      double qByLogTime = 0;
      for (int j = 1; j < variant.regularity(); j++) {
        // (E)_j: the product of E, E+1 …, whose logarithm has the slope 1/E + 1/(E+1) …
        termByEvents += 1 / (events + j - 1);
        term *= (events + j - 1) / j * z;
        q += term;
        qByEvents += term * termByEvents;
        qByLogTime += term * j;
      }
      logarithm = Math.log(q);
      byEvents = qByEvents / q;
      byLogTime = qByLogTime / q;
    }
  }
}
