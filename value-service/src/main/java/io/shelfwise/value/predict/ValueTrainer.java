package io.shelfwise.value.predict;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.regress.SpendRegressor;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.SpendSample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a store's models of its customers' histories: fits every kind, judges each on the last days
 * by a fit of its own to what was known before, and puts the best in force.
 *
 * @param kinds the purchase models to try, at least one
 * @param regressions the regressions that compete with them for the value
 * @param leastCustomers how many customers must have bought
 * @param leastRepeaters how many of them must have bought on more than one day
 * @param holdoutDays how many of the last days to judge on; 0: no judgement
 * @param clock tells when a fit was made
 */
public record ValueTrainer(
    List<PurchaseModelKind> kinds,
    RegressionTrials regressions,
    int leastCustomers,
    int leastRepeaters,
    int holdoutDays,
    InstantSource clock) {
  private static final int LAST_FREQUENCY = 7;
  private static final Comparator<Judgement> LEAST_ERROR_FIRST =
      Comparator.comparingDouble(judgement -> judgement.accuracy().rmse());

  public ValueTrainer {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("kinds: none (expected: at least one)");
    }
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
    PurchaseFits fits = PurchaseFits.of(kinds, sample);
    GammaGammaModel spend = spend(histories, totals.asOfDay());
    Map<String, String> refusals = new TreeMap<>(fits.refusals());
    Optional<Judgements> judgements = judge(store, histories, totals.asOfDay(), refusals);
    PurchaseModel purchases = best(fits, judgements, _ -> true).orElseThrow();
    return new ValueModels(
        fits.models(),
        purchases,
        best(fits, judgements, PurchaseModelKind::leavesAfterFirst).orElse(purchases),
        spend,
        regressor(store, totals.asOfDay(), purchases, judgements, refusals),
        judgements,
        refusals,
        new Provenance(
            sample.customers(),
            sample.repeaters(),
            totals.asOfMillis(),
            cursor,
            clock.millis(),
            Duration.ofNanos(System.nanoTime() - start)));
  }

  private static GammaGammaModel spend(Collection<CustomerHistory> histories, int asOfDay) {
    return GammaGammaTrainer.fit(
        SpendSample.of(histories.stream().map(history -> RepeatSpend.of(history, asOfDay))));
  }

  /** The best of some kinds: by the holdout where there is one, else by likelihood. */
  private static Optional<PurchaseModel> best(
      PurchaseFits fits, Optional<Judgements> judgements, Predicate<PurchaseModelKind> wanted) {
    Stream<PurchaseModel> judged =
        judgements.stream()
            .flatMap(judgement -> judgement.purchases().stream())
            .flatMap(judgement -> fits.find(judgement.model()).stream());
    return Stream.concat(judged, fits.likeliestFirst())
        .filter(model -> wanted.test(model.kind()))
        .findFirst();
  }

  /** The best regression, if it errs less than the purchase model in force with the spend model. */
  private Optional<SpendRegressor> regressor(
      StoreHistory store,
      int asOfDay,
      PurchaseModel purchases,
      Optional<Judgements> judgements,
      Map<String, String> refusals) {
    String rival = ValueModels.valueModelOf(purchases);
    Optional<String> best =
        judgements.stream()
            .flatMap(judged -> judged.values().stream())
            .map(Judgement::model)
            .filter(name -> name.equals(rival) || regressions.has(name))
            .findFirst()
            .filter(regressions::has);
    if (best.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(regressions.fit(best.get(), store, asOfDay, holdoutDays));
    } catch (UnfitException e) {
      refusals.put(best.get(), e.reason());
      return Optional.empty();
    }
  }

  /** The holdout's fits are of their own, to what was known before. */
  private Optional<Judgements> judge(
      StoreHistory store,
      Collection<CustomerHistory> histories,
      int asOfDay,
      Map<String, String> refusals) {
    if (holdoutDays == 0) {
      return Optional.empty();
    }
    HoldoutCut cut = HoldoutCut.of(histories, asOfDay, holdoutDays);
    try {
      PurchaseSample sample = PurchaseSample.of(histories, cut.calibrationEnd());
      requireEnough(sample);
      return Optional.of(
          judge(
              cut,
              PurchaseFits.of(kinds, sample),
              spend(cut.customers(), cut.calibrationEnd()),
              regressions.judge(store, asOfDay, holdoutDays, refusals)));
    } catch (UnfitException tooYoung) {
      return Optional.empty();
    }
  }

  private Judgements judge(
      HoldoutCut cut, PurchaseFits fits, GammaGammaModel spend, List<Judgement> ofRegressions) {
    List<Judgement> purchases =
        fits.models().stream()
            .map(model -> Judgement.of(model.kind().label(), cut.purchases(model)))
            .sorted(LEAST_ERROR_FIRST)
            .toList();
    List<Judgement> values =
        Stream.concat(
                fits.models().stream()
                    .map(
                        model ->
                            Judgement.of(ValueModels.valueModelOf(model), cut.spend(model, spend))),
                ofRegressions.stream())
            .sorted(LEAST_ERROR_FIRST)
            .toList();
    PurchaseModel best = fits.find(purchases.getFirst().model()).orElseThrow();
    return new Judgements(
        holdoutDays,
        cut.firstDay(),
        purchases,
        values,
        cut.tracking(best),
        cut.purchases(best).byFrequency(LAST_FREQUENCY));
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
