package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.SpendSample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes a store's models of its customers' histories.
 *
 * @param leastCustomers how many customers must have bought
 * @param leastRepeaters how many of them must have bought on more than one day
 * @param holdoutDays how many of the last days to judge on; 0: no judgement
 * @param clock tells when a fit was made
 */
public record ValueTrainer(
    int leastCustomers, int leastRepeaters, int holdoutDays, InstantSource clock) {
  public ValueTrainer {
    if (leastCustomers < 1) {
      throw new IllegalArgumentException("leastCustomers: " + leastCustomers + " (expected: >= 1)");
    }
    if (leastRepeaters < 1) {
      throw new IllegalArgumentException("leastRepeaters: " + leastRepeaters + " (expected: >= 1)");
    }
    if (holdoutDays < 0) {
      throw new IllegalArgumentException("holdoutDays: " + holdoutDays + " (expected: >= 0)");
    }
  }

  /**
   * The models of what a store's customers did until now.
   *
   * @param cursor how far in the log that is
   * @throws UnfitException if there is too little to go by
   */
  ValueModels fit(StoreHistory store, String cursor) {
    long start = System.nanoTime();
    StoreTotals totals = store.totals();
    Collection<CustomerHistory> histories = List.copyOf(store.customers());
    PurchaseSample sample = PurchaseSample.of(histories, totals.asOfDay());
    requireEnough(sample);
    PurchaseModel purchases = PurchaseModelKind.BG_NBD.fit(sample);
    GammaGammaModel spend =
        GammaGammaTrainer.fit(
            SpendSample.of(histories.stream().map(h -> RepeatSpend.of(h, totals.asOfDay()))));
    Optional<Holdout> holdout = judge(histories, totals.asOfDay());
    return new ValueModels(
        purchases,
        spend,
        holdout,
        sample.customers(),
        sample.repeaters(),
        totals.asOfMillis(),
        cursor,
        clock.millis(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** The holdout's fit is one of its own, to what was known before. */
  private Optional<Holdout> judge(Collection<CustomerHistory> histories, int asOfDay) {
    if (holdoutDays == 0) {
      return Optional.empty();
    }
    PurchaseSample calibration = PurchaseSample.of(histories, asOfDay - holdoutDays);
    try {
      requireEnough(calibration);
      return Optional.of(
          Holdout.judge(
              PurchaseModelKind.BG_NBD.fit(calibration), histories, asOfDay, holdoutDays));
    } catch (UnfitException tooYoung) {
      return Optional.empty();
    }
  }

  private void requireEnough(PurchaseSample sample) {
    if (sample.customers() < leastCustomers) {
      throw new UnfitException(
          "too few customers have bought: %d (needed: %d)"
              .formatted(sample.customers(), leastCustomers));
    }
    if (sample.repeaters() < leastRepeaters) {
      throw new UnfitException(
          "too few customers have bought on more than one day: %d (needed: %d)"
              .formatted(sample.repeaters(), leastRepeaters));
    }
  }
}
