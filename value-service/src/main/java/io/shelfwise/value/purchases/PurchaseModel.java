package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import io.shelfwise.value.numeric.Estimates;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * What a customer's purchases so far tell about those to come. Times are in the unit that the model
 * was fitted in.
 *
 * <p>Each answer is the posterior mean given the customer's history, at the fitted parameters of
 * the population. What is asked of a new customer is asked of {@link RepeatPurchases#NEW}, whose
 * observation ends with the first purchase.
 */
public interface PurchaseModel {
  /** What it was fitted to be; {@link PurchaseModelKind#restore} makes the model of it again. */
  PurchaseFit fit();

  /** Which model it is. */
  default PurchaseModelKind kind() {
    return fit().kind();
  }

  /** The fitted parameters of the population and how sure they are. */
  default Estimates estimates() {
    return fit().estimates();
  }

  /** The log-likelihood of the histories that it was fitted to. */
  default double logLikelihood() {
    return fit().logLikelihood();
  }

  /** The log-likelihood of one history. */
  double logLikelihood(RepeatPurchases customer);

  /** The probability that the customer still buys here at all, 0 to 1. */
  default double activeProbability(RepeatPurchases customer) {
    return activeProbability(customer, 0);
  }

  /**
   * The probability, as of today, that the customer will still buy here at all after a time.
   *
   * @param time how far ahead to look, at least 0
   */
  double activeProbability(RepeatPurchases customer, double time);

  /**
   * Purchases that are expected within a time from the end of observation on.
   *
   * @param time how far ahead to look, at least 0
   * @param discountRate how fast a purchase counts less the later it comes: at time u it counts
   *     e^(−rate · u); 0: all count alike
   */
  double expectedPurchases(RepeatPurchases customer, double time, double discountRate);

  /**
   * What {@link #expectedPurchases} says, for very many customers: what some of them have in common
   * is reckoned once. Several threads may ask.
   *
   * @param time as there
   * @param discountRate as there
   */
  default ToDoubleFunction<RepeatPurchases> forecast(double time, double discountRate) {
    return customer -> expectedPurchases(customer, time, discountRate);
  }

  /**
   * Purchases that are expected from the end of observation on for ever.
   *
   * @param discountRate as in {@link #expectedPurchases}
   * @throws DivergesException if that is infinite
   */
  double expectedPurchasesForever(RepeatPurchases customer, double discountRate);

  /**
   * The probability of exactly so many purchases within a time.
   *
   * @param purchases at least 0
   * @param time how far ahead to look, at least 0
   */
  double probabilityOf(int purchases, RepeatPurchases customer, double time);

  /**
   * The probability of no purchase within a time: that the customer has left, or is slow.
   *
   * @param time how far ahead to look, at least 0
   */
  default double probabilityOfNone(RepeatPurchases customer, double time) {
    return probabilityOf(0, customer, time);
  }

  /**
   * The central interval in which the number of purchases within a time lies.
   *
   * @param time how far ahead to look, at least 0
   * @param level with at least which probability, between 0 and 1
   */
  default PurchaseInterval interval(RepeatPurchases customer, double time, double level) {
    AtomicInteger purchases = new AtomicInteger();
    return PurchaseInterval.of(
        () -> probabilityOf(purchases.getAndIncrement(), customer, time), level);
  }
}
