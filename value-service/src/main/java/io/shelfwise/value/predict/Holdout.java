package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.RepeatPurchases;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A purchase model that was fitted without the last days, compared with what came in these.
 *
 * @param days length of the holdout
 * @param customers customers who had bought before it
 * @param actualPurchases purchase days that came
 * @param expectedPurchases purchase days that were expected
 * @param mae mean absolute error of a customer's purchase days
 * @param rmse root mean squared error of a customer's purchase days
 */
public record Holdout(
    int days,
    long customers,
    double actualPurchases,
    double expectedPurchases,
    double mae,
    double rmse) {

  /**
   * Compares.
   *
   * @param model fitted to what happened up to {@code asOfDay − days}
   * @param asOfDay the last day of the holdout
   */
  static Holdout judge(
      PurchaseModel model, Collection<CustomerHistory> histories, int asOfDay, int days) {
    int calibrationEnd = asOfDay - days;
    // Customers with equal histories have equal expectations, and there are many of these.
    Map<RepeatPurchases, Double> expectations = new HashMap<>();
    long customers = 0;
    double actualSum = 0;
    double expectedSum = 0;
    double absolute = 0;
    double squared = 0;
    for (CustomerHistory history : histories) {
      var calibration = RepeatPurchases.of(history, calibrationEnd);
      if (calibration.isEmpty()) {
        continue;
      }
      double expected =
          expectations.computeIfAbsent(
              calibration.get(), customer -> model.expectedPurchases(customer, days, 0));
      double actual =
          history.purchaseDaysUntil(asOfDay) - history.purchaseDaysUntil(calibrationEnd);
      customers++;
      actualSum += actual;
      expectedSum += expected;
      absolute += Math.abs(expected - actual);
      squared += (expected - actual) * (expected - actual);
    }
    return new Holdout(
        days,
        customers,
        actualSum,
        expectedSum,
        absolute / customers,
        Math.sqrt(squared / customers));
  }
}
