package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import java.util.function.ToDoubleFunction;
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

  /** {@inheritDoc} It is the share of those who are there at T in the likelihood. */
  @Override
  public double activeProbability(RepeatPurchases customer) {
    ParetoNbdTerms terms = terms();
    int x = customer.frequency();
    return activeProbability(
        terms.leaves(x, customer.recency()),
        terms.stays(x, customer.age()),
        terms.buys(x, customer.age()));
  }

  /** From the logarithms of the three terms. */
  private static double activeProbability(double leaves, double stays, double buys) {
    return Math.min(1, 1 / (Math.exp(leaves - stays) + Math.exp(buys - stays)));
  }

  private ParetoNbdTerms terms() {
    ParetoNbdParameters population = parameters();
    return new ParetoNbdTerms(
        population.r(), population.alpha(), population.s(), population.beta());
  }

  @Override
  public double activeProbability(RepeatPurchases customer, double time) {
    return activeProbability(customer) * ifActive(customer).stays(time);
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    return activeProbability(customer) * ifActive(customer).expectedPurchases(time, discountRate);
  }

  /** {@inheritDoc} One part depends on x and t_x, the others on x and T. */
  @Override
  public ToDoubleFunction<RepeatPurchases> forecast(double time, double discountRate) {
    record OfAge(double stays, double buys, double ifActive) {}

    FrequencyAndTime<Double> recencies =
        new FrequencyAndTime<>(
            RepeatPurchases::recency, alike -> terms().leaves(alike.frequency(), alike.recency()));
    FrequencyAndTime<OfAge> ages =
        new FrequencyAndTime<>(
            RepeatPurchases::age,
            alike ->
                new OfAge(
                    terms().stays(alike.frequency(), alike.age()),
                    terms().buys(alike.frequency(), alike.age()),
                    ifActive(alike).expectedPurchases(time, discountRate)));
    return customer -> {
      OfAge ofAge = ages.of(customer);
      return ofAge.ifActive()
          * activeProbability(recencies.of(customer), ofAge.stays(), ofAge.buys());
    };
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
