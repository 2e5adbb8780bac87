package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.Chunks;
import io.shelfwise.value.numeric.Digamma;
import io.shelfwise.value.numeric.Likelihood;
import org.hipparchus.special.Gamma;

/**
 * The log-likelihood of repeat customers' mean values under Gamma-Gamma, and its gradient by p, q
 * and γ.
 *
 * <p>A mean m of x purchases has the density
 *
 * <pre>
 *   Γ(px+q) / (Γ(px) Γ(q)) · γ^q · m^(px−1) · x^(px) / (γ + x m)^(px+q)
 * </pre>
 *
 * @see <a href="http://www.brucehardie.com/notes/025/gamma_gamma.pdf">Fader, Hardie 2013, equation
 *     1a</a>
 */
final class GammaGammaLikelihood implements Likelihood {
  private final SpendSample sample;

  GammaGammaLikelihood(SpendSample sample) {
    this.sample = sample;
  }

  @Override
  public long observations() {
    return sample.customers();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    return Chunks.sum(
        sample.rows(), (from, to, slopes) -> sum(parameters, from, to, slopes), gradient);
  }

  private double sum(double[] parameters, int from, int to, double[] slopes) {
    double p = parameters[0];
    double q = parameters[1];
    double gamma = parameters[2];
    double constant = q * Math.log(gamma) - Gamma.logGamma(q);
    double byQConstant = Math.log(gamma) - Digamma.of(q);
    double sum = 0;
    int daysBefore = 0;
    double ofDays = 0;
    double byPOfDays = 0;
    double byQOfDays = 0;
    for (int row = from; row < to; row++) {
      int x = sample.days(row);
      if (x != daysBefore) {
        daysBefore = x;
        double px = p * x;
        double logX = Math.log(x);
        double digamma = Digamma.of(px + q);
        ofDays = constant + Gamma.logGamma(px + q) - Gamma.logGamma(px) + px * logX;
        byPOfDays = x * (digamma - Digamma.of(px) + logX);
        byQOfDays = byQConstant + digamma;
      }
      double weight = sample.weight(row);
      double total = gamma + x * sample.mean(row);
      double logM = sample.logMean(row);
      double logTotal = Math.log(total);
      double shape = p * x + q;
      sum += weight * (ofDays + (p * x - 1) * logM - shape * logTotal);
      slopes[0] += weight * (byPOfDays + x * (logM - logTotal));
      slopes[1] += weight * (byQOfDays - logTotal);
      slopes[2] += weight * (q / gamma - shape / total);
    }
    return sum;
  }
}
