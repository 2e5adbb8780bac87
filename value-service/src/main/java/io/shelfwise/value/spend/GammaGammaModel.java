package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.Interval;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Gamma-Gamma, fitted: a purchase of a customer is worth Gamma(p, ν), with ν ~ Gamma(q, γ) over the
 * customers, whatever the customer's purchase rate.
 *
 * @param estimates the population, and how sure it is; q is more than 1, since with less there is
 *     no finite mean
 * @param logLikelihood the log-likelihood of the means that it was fitted to
 * @see <a href="http://www.brucehardie.com/notes/025/gamma_gamma.pdf">Fader, Hardie 2013: The
 *     Gamma-Gamma Model of Monetary Value</a>
 */
public record GammaGammaModel(Estimates estimates, double logLikelihood) {
  public GammaGammaModel {
    if (!(GammaGammaParameters.of(estimates).q() > 1)) {
      throw new IllegalArgumentException("q: " + estimates.value("q") + " (expected: more than 1)");
    }
  }

  /** The model of a population that is known. */
  public static GammaGammaModel of(GammaGammaParameters population) {
    return new GammaGammaModel(population.known(), 0);
  }

  /** The population. */
  public GammaGammaParameters parameters() {
    return GammaGammaParameters.of(estimates);
  }

  /**
   * What a purchase of this customer is expected to be worth: p (γ + x m̄) / (p x + q − 1), which
   * lies between what the customer spent and what the population spends, closer to the former the
   * more there is of it. For {@link RepeatSpend#NONE} it is the mean of the population, p γ / (q −
   * 1).
   */
  public double expectedValue(RepeatSpend customer) {
    GammaGammaParameters population = parameters();
    double p = population.p();
    int x = customer.days();
    return p * (population.gamma() + x * customer.mean()) / (p * x + population.q() - 1);
  }

  /**
   * Between which values this customer's own mean lies, of which {@link #expectedValue} is the
   * expectation: p/ν, where ν ~ Gamma(q + p x, γ + x m̄) is what is known of the customer.
   *
   * <p>A single purchase lies further off, for it varies about the customer's mean.
   *
   * @param level with which probability, between 0 and 1
   */
  public Interval meanValueInterval(RepeatSpend customer, double level) {
    GammaGammaParameters population = parameters();
    double p = population.p();
    int x = customer.days();
    GammaDistribution rate = new GammaDistribution(population.q() + p * x, 1);
    double scale = p * (population.gamma() + x * customer.mean());
    double tail = (1 - level) / 2;
    return new Interval(
        scale / rate.inverseCumulativeProbability(1 - tail),
        scale / rate.inverseCumulativeProbability(tail),
        level);
  }

  /**
   * The log-likelihood of one customer's mean value.
   *
   * @param customer who has spent money on more than one day
   */
  public double logLikelihood(RepeatSpend customer) {
    if (!(customer.mean() > 0)) {
      throw new IllegalArgumentException("mean: " + customer.mean() + " (expected: more than 0)");
    }
    return new GammaGammaLikelihood(SpendSample.of(Stream.of(customer))).at(estimates.toArray());
  }
}
