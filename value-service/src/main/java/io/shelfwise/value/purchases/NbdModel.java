package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.NegativeBinomial;
import java.util.List;
import java.util.stream.Stream;

/**
 * NBD, fitted: purchases are Poisson with a rate λ of the customer's own, λ ~ Gamma(r, α) over the
 * customers, and nobody ever leaves. It is what the other models are measured against: where people
 * do leave it expects far too much.
 *
 * <p>Given x repeat purchases until T, λ ~ Gamma(r+x, α+T); when they came does not matter. So
 * (r+x)/(α+T) purchases are expected per unit of time, and their number is negative binomial.
 *
 * @param fit the population, and how it was found
 * @see <a href="https://doi.org/10.2307/2985810">Ehrenberg 1959: The pattern of consumer
 *     purchases</a>
 */
public record NbdModel(PurchaseFit fit) implements PurchaseModel {
  static final List<String> NAMES = List.of("r", "alpha");

  public NbdModel {
    fit.requireParameters(NAMES);
    Positive.check("r", fit.estimates().value(0));
    Positive.check("alpha", fit.estimates().value(1));
  }

  /** The model of a population that is known. */
  public static NbdModel of(double r, double alpha) {
    return new NbdModel(
        new PurchaseFit(PurchaseModelKind.NBD, 1, Estimates.known(NAMES, r, alpha), 0));
  }

  @Override
  public double logLikelihood(RepeatPurchases customer) {
    return new NbdLikelihood(PurchaseSample.of(Stream.of(customer))).at(estimates().toArray());
  }

  @Override
  public double activeProbability(RepeatPurchases customer, double time) {
    return 1;
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    if (!(time >= 0 && discountRate >= 0)) {
      throw new IllegalArgumentException(
          "time, discountRate: " + time + ", " + discountRate + " (expected: >= 0)");
    }
    double worth = discountRate == 0 ? time : -Math.expm1(-discountRate * time) / discountRate;
    return shape(customer) / rate(customer) * worth;
  }

  @Override
  public double expectedPurchasesForever(RepeatPurchases customer, double discountRate) {
    if (discountRate == 0) {
      throw new DivergesException(
          "nobody leaves in this model, so without a discount purchases for ever are infinite");
    }
    return shape(customer) / rate(customer) / discountRate;
  }

  @Override
  public double probabilityOf(int purchases, RepeatPurchases customer, double time) {
    if (purchases < 0) {
      throw new IllegalArgumentException("purchases: " + purchases + " (expected: >= 0)");
    }
    return new NegativeBinomial(shape(customer), rate(customer), time).probabilityOf(purchases);
  }

  private double shape(RepeatPurchases customer) {
    return estimates().value(0) + customer.frequency();
  }

  private double rate(RepeatPurchases customer) {
    return estimates().value(1) + customer.age();
  }
}
