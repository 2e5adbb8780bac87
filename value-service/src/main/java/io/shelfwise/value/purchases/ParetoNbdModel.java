package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import io.shelfwise.value.numeric.PowerTail;
import java.util.stream.Stream;

/**
 * Pareto/NBD, fitted: while a customer is there, purchases are Poisson with a rate λ of the
 * customer's own, and the customer leaves for good at any time, with a rate μ of the customer's
 * own; λ ~ Gamma(r, α) and μ ~ Gamma(s, β) over the customers.
 *
 * <p>Who bought a moment ago is active for certain. Given that a customer is active, λ ~ Gamma(r+x,
 * α+T) and μ ~ Gamma(s, β+T). So expectations for a customer are those for a new one of such a
 * {@link ParetoNbdParameters population}, times the probability of being active.
 *
 * @param fit the population, and how it was found
 * @see <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison, Colombo 1987: Counting
 *     Your Customers: Who Are They and What Will They Do Next?</a>
 * @see <a href="http://brucehardie.com/notes/009/">Fader, Hardie 2005: A note on deriving the
 *     Pareto/NBD model</a>
 */
public record ParetoNbdModel(PurchaseFit fit) implements PurchaseModel {
  public ParetoNbdModel {
    fit.requireParameters(ParetoNbdParameters.NAMES);
  }

  /** The model of a population that is known. */
  public static ParetoNbdModel of(ParetoNbdParameters population) {
    return new ParetoNbdModel(
        new PurchaseFit(PurchaseModelKind.PARETO_NBD, 1, population.known(), 0));
  }

  /** The population. */
  public ParetoNbdParameters parameters() {
    return ParetoNbdParameters.of(estimates());
  }

  @Override
  public double logLikelihood(RepeatPurchases customer) {
    return new ParetoNbdLikelihood(PurchaseSample.of(Stream.of(customer)))
        .at(estimates().toArray());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The share of the customers who are there at T among those with no purchase since t_x; the
   * terms are those of the {@link ParetoNbdLikelihood likelihood}.
   */
  @Override
  public double activeProbability(RepeatPurchases customer) {
    ParetoNbdParameters population = parameters();
    double shape = population.r() + customer.frequency();
    double s = population.s();
    double alphaLast = population.alpha() + customer.recency();
    double betaLast = population.beta() + customer.recency();
    double alphaEnd = population.alpha() + customer.age();
    double betaEnd = population.beta() + customer.age();
    PowerTail tail = new PowerTail();
    tail.at(shape, s + 1, alphaLast, betaLast);
    double logLeaving = Math.log(s) + tail.logarithm();
    tail.at(shape + 1, s, alphaEnd, betaEnd);
    double logBuying = Math.log(shape) + tail.logarithm();
    double logActive = -shape * Math.log(alphaEnd) - s * Math.log(betaEnd);
    double inverse = Math.exp(logLeaving - logActive) + Math.exp(logBuying - logActive);
    return Math.min(1, 1 / inverse);
  }

  @Override
  public double activeProbability(RepeatPurchases customer, double time) {
    return activeProbability(customer) * ifActive(customer).stays(time);
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    return activeProbability(customer) * ifActive(customer).expectedPurchases(time, discountRate);
  }

  @Override
  public double expectedPurchasesForever(RepeatPurchases customer, double discountRate) {
    if (discountRate == 0 && parameters().s() <= 1) {
      throw new DivergesException(
          "so many customers hardly ever leave that without a discount the purchases of all time"
              + " are infinite");
    }
    return activeProbability(customer) * ifActive(customer).expectedPurchasesForever(discountRate);
  }

  @Override
  public double probabilityOf(int purchases, RepeatPurchases customer, double time) {
    double active = activeProbability(customer);
    double ifActive = active * ifActive(customer).probabilityOf(purchases, time);
    return purchases == 0 ? 1 - active + ifActive : ifActive;
  }

  private ParetoNbdParameters ifActive(RepeatPurchases customer) {
    ParetoNbdParameters population = parameters();
    return new ParetoNbdParameters(
        population.r() + customer.frequency(),
        population.alpha() + customer.age(),
        population.s(),
        population.beta() + customer.age());
  }
}
