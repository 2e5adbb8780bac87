package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.Optional;

/**
 * What the models say of a customer.
 *
 * @param activeProbability the probability that the customer still buys here, 0 to 1
 * @param expectedPurchases days with a purchase within the horizon
 * @param expectedPurchaseValue what one such day is worth
 * @param lifetimeValue the value of all of them, discounted: discounted expected purchases ×
 *     expected value, since both models take how often and how much a customer buys to be
 *     independent
 */
public record Prediction(
    double activeProbability,
    double expectedPurchases,
    double expectedPurchaseValue,
    double lifetimeValue) {

  /**
   * What models say of a customer as of a day; empty for one who had not bought by then. The models
   * need not have seen the customer, nor the latest purchases: what is new goes into the next
   * prediction, without a new fit.
   */
  public static Optional<Prediction> of(
      CustomerHistory history,
      int asOfDay,
      Horizon horizon,
      PurchaseModel purchases,
      GammaGammaModel spend) {
    return RepeatPurchases.of(history, asOfDay)
        .map(
            customer -> {
              double value = spend.expectedValue(RepeatSpend.of(history, asOfDay));
              return new Prediction(
                  purchases.activeProbability(customer),
                  purchases.expectedPurchases(customer, horizon.days(), 0),
                  value,
                  value
                      * purchases.expectedPurchases(
                          customer, horizon.days(), horizon.discountPerDay()));
            });
  }
}
