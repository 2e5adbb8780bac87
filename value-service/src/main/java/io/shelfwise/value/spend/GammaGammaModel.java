package io.shelfwise.value.spend;

/**
 * Gamma-Gamma, fitted: a purchase of a customer is worth Gamma(p, ν), with ν ~ Gamma(q, γ) over the
 * customers, whatever the customer's purchase rate.
 *
 * @param parameters the population; q is more than 1, since with less there is no finite mean
 * @param logLikelihood the log-likelihood of the means that it was fitted to
 * @see <a href="http://www.brucehardie.com/notes/025/gamma_gamma.pdf">Fader, Hardie 2013: The
 *     Gamma-Gamma Model of Monetary Value</a>
 */
public record GammaGammaModel(GammaGammaParameters parameters, double logLikelihood) {
  public GammaGammaModel {
    if (!(parameters.q() > 1)) {
      throw new IllegalArgumentException("q: " + parameters.q() + " (expected: more than 1)");
    }
  }

  /**
   * What a purchase of this customer is expected to be worth: p (γ + x m̄) / (p x + q − 1), which
   * lies between what the customer spent and what the population spends, closer to the former the
   * more there is of it.
   */
  public double expectedValue(RepeatSpend customer) {
    double p = parameters.p();
    int x = customer.days();
    return p * (parameters.gamma() + x * customer.mean()) / (p * x + parameters.q() - 1);
  }
}
