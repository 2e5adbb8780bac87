package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.judge.Tracking;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A store cut in two: the customers as they were known on a day, and what came of them in the days
 * after. Models that were fitted to the first part are judged by the second.
 */
final class HoldoutCut {
  private static final double MICROS = 1e6;
  private static final double WEEK = 7;

  private final int calibrationEnd;
  private final int days;
  private final List<CustomerHistory> customers;
  private final List<RepeatPurchases> known;

  private HoldoutCut(
      int calibrationEnd, int days, List<CustomerHistory> customers, List<RepeatPurchases> known) {
    this.calibrationEnd = calibrationEnd;
    this.days = days;
    this.customers = customers;
    this.known = known;
  }

  /**
   * Cuts.
   *
   * @param asOfDay the last day of the second part
   * @param days how long the second part is
   */
  static HoldoutCut of(Collection<CustomerHistory> histories, int asOfDay, int days) {
    int calibrationEnd = asOfDay - days;
    List<CustomerHistory> customers = new ArrayList<>();
    List<RepeatPurchases> known = new ArrayList<>();
    for (CustomerHistory history : histories) {
      RepeatPurchases.of(history, calibrationEnd)
          .ifPresent(
              calibration -> {
                customers.add(history);
                known.add(calibration);
              });
    }
    return new HoldoutCut(calibrationEnd, days, customers, known);
  }

  /** Customers who had bought by the end of the first part. */
  List<CustomerHistory> customers() {
    return customers;
  }

  /** The last day of the first part. */
  int calibrationEnd() {
    return calibrationEnd;
  }

  /** Purchase days: those that a model expects beside those that came. */
  Comparison purchases(PurchaseModel model) {
    return compare(purchaseDays(), expectedPurchases(model));
  }

  /** Spend: that which two models expect together beside that which came, in currency units. */
  Comparison spend(PurchaseModel purchases, GammaGammaModel spend) {
    double[] expected = expectedPurchases(purchases);
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= spend.expectedValue(RepeatSpend.of(customers.get(i), calibrationEnd));
    }
    return compare(spent(), expected);
  }

  /** The day of the first purchase of all. */
  int firstDay() {
    return customers.stream().mapToInt(history -> history.purchaseDay(0)).min().orElseThrow();
  }

  /** All customers together, week by week through both parts. */
  Tracking tracking(PurchaseModel model) {
    int first = firstDay();
    int asOfDay = calibrationEnd + days;
    double[] starts =
        customers.stream().mapToDouble(history -> history.purchaseDay(0) - first).toArray();
    double[] purchases =
        customers.stream()
            .flatMapToInt(
                history ->
                    IntStream.range(1, history.purchaseDaysUntil(asOfDay))
                        .map(history::purchaseDay))
            .mapToDouble(day -> day - first)
            .toArray();
    int weeks = (int) ((asOfDay - first + 1) / WEEK);
    return Tracking.of(
        starts,
        purchases,
        WEEK,
        weeks,
        age -> model.expectedPurchases(RepeatPurchases.NEW, age, 0));
  }

  private Comparison compare(double[] actual, double[] expected) {
    return Comparison.of(
        known.stream().mapToInt(RepeatPurchases::frequency).toArray(), actual, expected);
  }

  private double[] expectedPurchases(PurchaseModel model) {
    return known.stream().mapToDouble(model.forecast(days, 0)).toArray();
  }

  private double[] purchaseDays() {
    return customers.stream()
        .mapToDouble(
            history ->
                history.purchaseDaysUntil(calibrationEnd + days)
                    - history.purchaseDaysUntil(calibrationEnd))
        .toArray();
  }

  private double[] spent() {
    return customers.stream()
        .mapToDouble(
            history -> {
              double micros = 0;
              int end = history.purchaseDaysUntil(calibrationEnd + days);
              for (int i = history.purchaseDaysUntil(calibrationEnd); i < end; i++) {
                micros += history.purchaseDayMicros(i);
              }
              return micros / MICROS;
            })
        .toArray();
  }
}
