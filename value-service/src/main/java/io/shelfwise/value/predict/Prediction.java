package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.numeric.DivergesException;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.purchases.PurchaseInterval;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the models say of a customer.
 *
 * @param activeProbability the probability that the customer still buys here, 0 to 1
 * @param noPurchaseProbability the probability that no purchase comes within the horizon
 * @param expectedPurchases days with a purchase within the horizon
 * @param purchaseInterval between which numbers these will lie, nine times in ten
 * @param expectedPurchaseValue what one such day is worth
 * @param lifetimeValue the value of all of them, discounted: discounted expected purchases ×
 *     expected value, since both models take how often and how much a customer buys to be
 *     independent
 * @param lifetimeValueInterval between which values it lies, with a confidence of nine in ten, as
 *     far as the uncertainty of the fitted parameters goes; empty if the models cannot tell
 * @param endlessValue the value of all purchases without a horizon; empty if it is infinite
 */
public record Prediction(
    double activeProbability,
    double noPurchaseProbability,
    double expectedPurchases,
    PurchaseInterval purchaseInterval,
    double expectedPurchaseValue,
    double lifetimeValue,
    Optional<Interval> lifetimeValueInterval,
    OptionalDouble endlessValue) {
  private static final double LEVEL = 0.9;

  /**
   * What models say of a customer as of a day; empty for one who had not bought by then. The models
   * need not have seen the customer, nor the latest purchases: what is new goes into the next
   * prediction, without a new fit.
   *
   * @param learned the regression in force, which then tells the value; empty if there is none
   */
  public static Optional<Prediction> of(
      CustomerHistory history,
      int asOfDay,
      Horizon horizon,
      ValueModels models,
      Optional<LearnedSpend> learned) {
    Optional<RepeatPurchases> seen = RepeatPurchases.of(history, asOfDay);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    RepeatPurchases customer = seen.get();
    RepeatSpend spent = RepeatSpend.of(history, asOfDay);
    Prediction modelled = of(customer, spent, horizon, models);
    return Optional.of(
        learned
            .map(spend -> modelled.learning(spend, history, asOfDay, customer, models))
            .orElseGet(() -> modelled.within(interval(customer, spent, horizon, models))));
  }

  /** This prediction with the value that a regression sets right. */
  private Prediction learning(
      LearnedSpend learned,
      CustomerHistory history,
      int asOfDay,
      RepeatPurchases customer,
      ValueModels models) {
    double inItsTime =
        expectedPurchaseValue * models.purchases().expectedPurchases(customer, learned.days(), 0);
    return new Prediction(
        activeProbability,
        noPurchaseProbability,
        expectedPurchases,
        purchaseInterval,
        expectedPurchaseValue,
        learned.setRight(history, asOfDay, inItsTime, lifetimeValue),
        Optional.empty(),
        endlessValue.isPresent()
            ? OptionalDouble.of(
                learned.setRight(history, asOfDay, inItsTime, endlessValue.getAsDouble()))
            : endlessValue);
  }

  /** This prediction with an interval of its value. */
  private Prediction within(Optional<Interval> interval) {
    return new Prediction(
        activeProbability,
        noPurchaseProbability,
        expectedPurchases,
        purchaseInterval,
        expectedPurchaseValue,
        lifetimeValue,
        interval,
        endlessValue);
  }

  private static Optional<Interval> interval(
      RepeatPurchases customer, RepeatSpend spent, Horizon horizon, ValueModels models) {
    return new Uncertainty(models.purchases(), models.spend())
        .lifetimeValue(customer, spent, horizon, LEVEL);
  }

  /**
   * Only the probability that the customer still buys here, as of a day; empty as in {@link #of}.
   */
  public static OptionalDouble activeProbability(
      CustomerHistory history, int asOfDay, ValueModels models) {
    return RepeatPurchases.of(history, asOfDay).stream()
        .mapToDouble(models.lifecycle()::activeProbability)
        .findFirst();
  }

  private static Prediction of(
      RepeatPurchases customer, RepeatSpend spent, Horizon horizon, ValueModels models) {
    PurchaseModel purchases = models.purchases();
    double value = models.spend().expectedValue(spent);
    double rate = horizon.discountPerDay();
    return new Prediction(
        models.lifecycle().activeProbability(customer),
        models.lifecycle().probabilityOfNone(customer, horizon.days()),
        purchases.expectedPurchases(customer, horizon.days(), 0),
        purchases.interval(customer, horizon.days(), LEVEL),
        value,
        value * purchases.expectedPurchases(customer, horizon.days(), rate),
        Optional.empty(),
        endless(purchases, customer, rate, value));
  }

  private static OptionalDouble endless(
      PurchaseModel purchases, RepeatPurchases customer, double rate, double value) {
    try {
      return OptionalDouble.of(value * purchases.expectedPurchasesForever(customer, rate));
    } catch (DivergesException infinite) {
      return OptionalDouble.empty();
    }
  }
}
