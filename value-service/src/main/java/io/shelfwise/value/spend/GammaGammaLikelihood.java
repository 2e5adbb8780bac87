package io.shelfwise.value.spend;

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
    double p = parameters[0];
    double q = parameters[1];
    double gamma = parameters[2];
    double constant = q * Math.log(gamma) - Gamma.logGamma(q);
    double byQConstant = Math.log(gamma) - Gamma.digamma(q);
    double sum = 0;
    double byP = 0;
    double byQ = 0;
    double byGamma = 0;
    int daysBefore = 0;
    double ofDays = 0;
    double byPOfDays = 0;
    double byQOfDays = 0;
    for (int i = 0; i < sample.customers(); i++) {
      int x = sample.days(i);
      if (x != daysBefore) {
        daysBefore = x;
        double px = p * x;
        double logX = Math.log(x);
        double digamma = Gamma.digamma(px + q);
        ofDays = constant + Gamma.logGamma(px + q) - Gamma.logGamma(px) + px * logX;
        byPOfDays = x * (digamma - Gamma.digamma(px) + logX);
        byQOfDays = byQConstant + digamma;
      }
      double m = sample.mean(i);
      double total = gamma + x * m;
      double logM = sample.logMean(i);
      double logTotal = Math.log(total);
      double shape = p * x + q;
      sum += ofDays + (p * x - 1) * logM - shape * logTotal;
      byP += byPOfDays + x * (logM - logTotal);
      byQ += byQOfDays - logTotal;
      byGamma += q / gamma - shape / total;
    }
    gradient[0] = byP;
    gradient[1] = byQ;
    gradient[2] = byGamma;
    return sum;
  }
}
