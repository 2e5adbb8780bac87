package io.shelfwise.value.simulate;

import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.List;

/**
 * A customer of a simulated population: what is seen in calibration and in the holdout after it,
 * and what is not seen.
 *
 * @param id which customer
 * @param birthDay the day of the first purchase, from the population's first day on
 * @param purchases all purchases in order, the first one included
 * @param active whether the customer was still there at the end of calibration
 */
public record SimulatedCustomer(
    long id, double birthDay, List<SimulatedPurchase> purchases, boolean active) {
  private static final double DAYS_PER_WEEK = 7;

  public SimulatedCustomer {
    purchases = List.copyOf(purchases);
  }

  /** What a purchase model sees of calibration, in weeks. */
  public RepeatPurchases calibration() {
    int repeats = repeats();
    return new RepeatPurchases(
        repeats,
        purchases.get(repeats).day() / DAYS_PER_WEEK,
        (SimulatedPopulation.CALIBRATION_DAYS - birthDay) / DAYS_PER_WEEK);
  }

  /** What a spend model sees of calibration. */
  public RepeatSpend calibrationSpend() {
    int repeats = repeats();
    return new RepeatSpend(repeats, repeats == 0 ? 0 : value(1, repeats + 1) / repeats);
  }

  /** Σ ln(weeks between two purchases) of calibration. */
  public double logGaps() {
    double sum = 0;
    for (int i = 1; i <= repeats(); i++) {
      sum += Math.log((purchases.get(i).day() - purchases.get(i - 1).day()) / DAYS_PER_WEEK);
    }
    return sum;
  }

  /** Purchases of the holdout. */
  public int holdoutPurchases() {
    return purchases.size() - 1 - repeats();
  }

  /** What the purchases of the holdout were worth. */
  public double holdoutSpend() {
    return value(repeats() + 1, purchases.size());
  }

  private double value(int from, int until) {
    return purchases.subList(from, until).stream().mapToDouble(SimulatedPurchase::value).sum();
  }

  /** Repeat purchases of calibration. */
  private int repeats() {
    int repeats = 0;
    while (repeats + 1 < purchases.size()
        && birthDay + purchases.get(repeats + 1).day() <= SimulatedPopulation.CALIBRATION_DAYS) {
      repeats++;
    }
    return repeats;
  }
}
