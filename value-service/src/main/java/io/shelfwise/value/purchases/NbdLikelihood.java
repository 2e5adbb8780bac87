package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Likelihood;

/**
 * The log-likelihood of purchase histories under NBD, and its gradient by r and α: x repeat
 * purchases until T, at the times they came, have the density
 *
 * <pre>
 *   Γ(r+x)/Γ(r) · α^r · (α+T)^−(r+x)
 * </pre>
 */
final class NbdLikelihood implements Likelihood {
  private final PurchaseSample sample;

  NbdLikelihood(PurchaseSample sample) {
    this.sample = sample;
  }

  @Override
  public long observations() {
    return sample.customers();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    double r = parameters[0];
    double alpha = parameters[1];
    double logAlpha = Math.log(alpha);
    RisingFactorials ofR = new RisingFactorials(r, sample.mostFrequent());
    double[] logTime = sample.logTimes(alpha);
    double sum = 0;
    double byR = 0;
    double byAlpha = 0;
    for (int i = 0; i < sample.rows(); i++) {
      int x = sample.frequency(i);
      double weight = sample.weight(i);
      double untilEnd = alpha + sample.time(sample.agePlace(i));
      double logUntilEnd = logTime[sample.agePlace(i)];
      sum += weight * (ofR.logarithm(x) + r * logAlpha - (r + x) * logUntilEnd);
      byR += weight * (ofR.derivative(x) + logAlpha - logUntilEnd);
      byAlpha += weight * (r / alpha - (r + x) / untilEnd);
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    return sum;
  }
}
