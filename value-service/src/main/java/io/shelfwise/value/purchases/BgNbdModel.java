package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Quadrature;

/**
 * BG/NBD, fitted: while a customer is there, purchases are Poisson with a rate λ of the customer's
 * own, and after each purchase the customer leaves for good with a probability p of the customer's
 * own.
 *
 * <p>A customer who never bought again cannot have left, since one leaves after a repeat purchase
 * only: the probability of being active is 1 for these by construction.
 *
 * <p>Given that a customer is active, λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+x). So expectations for
 * a customer are those for a new one of such a population, times the probability of being active. A
 * new customer buys at time u at the rate
 *
 * <pre>
 *   E[λ e^(−λpu)] = r/α · ₂F₁(r+1, a; a+b; −u/α)
 * </pre>
 *
 * <p>which is integrated over time. Unlike the closed form of the paper this has no singularity at
 * a = 1 nor at a + b = 1, and takes a discount at no further cost.
 *
 * @param parameters the population
 * @param logLikelihood the log-likelihood of the histories that it was fitted to
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005: "Counting Your
 *     Customers" the Easy Way</a>
 */
public record BgNbdModel(BgNbdParameters parameters, double logLikelihood)
    implements PurchaseModel {
  private static final int MOST_TERMS = 1_000_000;
  private static final double PRECISION = 1e-16;
  private static final double HUGE = 0x1p900;
  private static final double LOG_HUGE = 900 * Math.log(2);

  @Override
  public double activeProbability(RepeatPurchases customer) {
    int x = customer.frequency();
    if (x == 0) {
      return 1;
    }
    double stretch =
        Math.log((parameters.alpha() + customer.age()) / (parameters.alpha() + customer.recency()));
    double oddsOfHavingLeft =
        parameters.a() / (parameters.b() + x - 1) * Math.exp((parameters.r() + x) * stretch);
    return 1 / (1 + oddsOfHavingLeft);
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    int x = customer.frequency();
    BgNbdParameters ifActive =
        new BgNbdParameters(
            parameters.r() + x,
            parameters.alpha() + customer.age(),
            parameters.a(),
            parameters.b() + x);
    return activeProbability(customer) * ofNewCustomer(ifActive, time, discountRate);
  }

  /**
   * Repeat purchases that are expected of a customer who is new to a population, within a time.
   *
   * <p>On the scale s = ln(1 + u/α) the rate, which falls off like a power of u, is smooth and
   * takes few points.
   */
  static double ofNewCustomer(BgNbdParameters population, double time, double discountRate) {
    if (!(time >= 0) || !(discountRate >= 0)) {
      throw new IllegalArgumentException(
          "time, discountRate: " + time + ", " + discountRate + " (expected: >= 0)");
    }
    double alpha = population.alpha();
    return Quadrature.integrate(
        s -> {
          double u = alpha * Math.expm1(s);
          return rate(population, u) * Math.exp(s - discountRate * u) * alpha;
        },
        0,
        Math.log1p(time / alpha));
  }

  /**
   * r/α · ₂F₁(r+1, a; a+b; −u/α), by Pfaff's transformation to (α/(α+u))^(r+1) · ₂F₁(r+1, b; a+b;
   * y) with y = u/(α+u) in [0, 1).
   *
   * <p>All terms of that series are positive, so nothing cancels; where it grows beyond what a
   * double holds it is scaled down.
   */
  private static double rate(BgNbdParameters population, double u) {
    double r = population.r();
    double alpha = population.alpha();
    double b = population.b();
    double ab = population.a() + b;
    double y = u / (alpha + u);
    double term = 1;
    double sum = 1;
    double scale = 0;
    for (int n = 0; n < MOST_TERMS; n++) {
      double ratio = y * (r + 1 + n) * (b + n) / ((ab + n) * (n + 1));
      term *= ratio;
      sum += term;
      if (ratio < 1 && term < sum * PRECISION * (1 - ratio)) {
        break;
      }
      if (sum > HUGE) {
        sum /= HUGE;
        term /= HUGE;
        scale += LOG_HUGE;
      }
    }
    return r / alpha * Math.exp(Math.log(sum) + scale - (r + 1) * Math.log1p(u / alpha));
  }
}
