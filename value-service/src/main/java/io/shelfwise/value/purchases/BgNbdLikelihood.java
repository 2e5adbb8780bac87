package io.shelfwise.value.purchases;

/**
 * The log-likelihood of purchase histories under BG/NBD, and its gradient.
 *
 * <p>A history of x repeat purchases, the last at t_x, watched until T, has the density
 *
 * <pre>
 *   Γ(r+x)/Γ(r) · α^r · B(a,b+x)/B(a,b) · { (α+T)^−(r+x)  +  [x&gt;0] · a/(b+x−1) · (α+t_x)^−(r+x) }
 * </pre>
 *
 * <p>The first term in the braces is that of a customer who is still there, the second that of one
 * who left with the last purchase; the gradient weighs both by their share w, which is the
 * probability of being active.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005, equation 6</a>
 */
final class BgNbdLikelihood {
  private final PurchaseSample sample;

  BgNbdLikelihood(PurchaseSample sample) {
    this.sample = sample;
  }

  double at(BgNbdParameters parameters) {
    return at(parameters, new double[4]);
  }

  /**
   * The log-likelihood.
   *
   * @param gradient takes the partial derivatives by r, α, a and b
   */
  double at(BgNbdParameters parameters, double[] gradient) {
    double r = parameters.r();
    double alpha = parameters.alpha();
    double a = parameters.a();
    double b = parameters.b();
    int most = sample.mostFrequent();
    RisingFactorials ofR = new RisingFactorials(r, most);
    RisingFactorials ofB = new RisingFactorials(b, most);
    RisingFactorials ofAb = new RisingFactorials(a + b, most);
    double[] logTime = new double[sample.times()];
    for (int i = 0; i < logTime.length; i++) {
      logTime[i] = Math.log(alpha + sample.time(i));
    }
    double logAlpha = Math.log(alpha);
    double logA = Math.log(a);
    double sum = 0;
    double byR = 0;
    double byAlpha = 0;
    double byA = 0;
    double byB = 0;
    for (int i = 0; i < sample.rows(); i++) {
      int x = sample.frequency(i);
      double weight = sample.weight(i);
      double untilEnd = alpha + sample.time(sample.agePlace(i));
      double logUntilEnd = logTime[sample.agePlace(i)];
      double stayed = -(r + x) * logUntilEnd;
      if (x == 0) {
        sum += weight * (r * logAlpha + stayed);
        byR += weight * (logAlpha - logUntilEnd);
        byAlpha += weight * (r / alpha - r / untilEnd);
        continue;
      }
      double untilLast = alpha + sample.time(sample.recencyPlace(i));
      double logUntilLast = logTime[sample.recencyPlace(i)];
      double left = logA - ofB.lastLogarithm(x) - (r + x) * logUntilLast;
      // The smaller share over the larger one, so that nothing overflows.
      double ratio = Math.exp(-Math.abs(left - stayed));
      double w = (left > stayed ? ratio : 1) / (1 + ratio);
      double v = (left > stayed ? 1 : ratio) / (1 + ratio);
      sum +=
          weight
              * (ofR.logarithm(x)
                  + ofB.logarithm(x)
                  - ofAb.logarithm(x)
                  + r * logAlpha
                  + Math.max(stayed, left)
                  + Math.log1p(ratio));
      byR += weight * (ofR.derivative(x) + logAlpha - w * logUntilEnd - v * logUntilLast);
      byAlpha += weight * (r / alpha - (r + x) * (w / untilEnd + v / untilLast));
      byA += weight * (v / a - ofAb.derivative(x));
      byB += weight * (ofB.derivative(x) - ofAb.derivative(x) - v / (b + x - 1));
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byA;
    gradient[3] = byB;
    return sum;
  }
}
