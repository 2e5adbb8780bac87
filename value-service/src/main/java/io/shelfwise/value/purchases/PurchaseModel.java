package io.shelfwise.value.purchases;

/**
 * What a customer's purchases so far tell about those to come. Times are in the unit that the model
 * was fitted in.
 *
 * <p>Each is the posterior mean given the customer's history, at the fitted parameters of the
 * population.
 */
public interface PurchaseModel {
  /** The probability that the customer still buys here at all, 0 to 1. */
  double activeProbability(RepeatPurchases customer);

  /**
   * Purchases that are expected within a time from the end of observation on.
   *
   * @param time how far ahead to look, at least 0
   * @param discountRate how fast a purchase counts less the later it comes: at time u it counts
   *     e^(−rate · u); 0: all count alike
   */
  double expectedPurchases(RepeatPurchases customer, double time, double discountRate);

  /** The log-likelihood of the histories that it was fitted to. */
  double logLikelihood();
}
