package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.value.Observations.Sequel;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.purchases.BetaGeometricTrainer;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.SpendSample;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits a model and judges it.
 *
 * @param regularity k, for models that have it; empty: that under which the customers are likeliest
 * @param purchases by which purchase model the purchases are expected that a spend model is judged
 *     with
 */
record Fitting(OptionalInt regularity, PurchaseModelKind purchases) {

  /**
   * Fits a model to what was observed until the end of calibration, and judges it on what came.
   *
   * @throws CommandFailure if the customers do not determine one
   */
  FitResult fit(ModelChoice choice, Observations observations) {
    return switch (choice) {
      case ModelChoice.Purchases named -> fitPurchases(named, observations);
      case ModelChoice.Spend() -> fitSpend(choice.label(), observations);
    };
  }

  private FitResult fitPurchases(ModelChoice.Purchases choice, Observations observations) {
    PurchaseSample sample = observations.purchaseSample();
    long start = System.nanoTime();
    PurchaseModel model = orFail(choice.label(), () -> model(choice.kind(), sample));
    double seconds = secondsSince(start);
    return new FitResult(
        choice.label(),
        observations.customers(),
        choice.hasRegularity() ? OptionalInt.of(model.fit().regularity()) : OptionalInt.empty(),
        model.estimates(),
        model.logLikelihood(),
        observations
            .sequel()
            .map(
                sequel ->
                    Comparison.of(
                        observations.frequencies(),
                        sequel.purchases(),
                        expected(model, observations, sequel))),
        seconds);
  }

  private PurchaseModel model(PurchaseModelKind kind, PurchaseSample sample) {
    return regularity.isPresent()
        ? BetaGeometricTrainer.fit(kind, regularity.getAsInt(), sample)
        : kind.fit(sample);
  }

  private FitResult fitSpend(String label, Observations observations) {
    SpendSample sample = observations.spendSample();
    long start = System.nanoTime();
    GammaGammaModel model = orFail(label, () -> GammaGammaTrainer.fit(sample));
    double seconds = secondsSince(start);
    return new FitResult(
        label,
        sample.customers(),
        OptionalInt.empty(),
        model.estimates(),
        model.logLikelihood(),
        observations.sequel().map(sequel -> judgeSpend(model, observations, sequel)),
        seconds);
  }

  private Comparison judgeSpend(GammaGammaModel spend, Observations observations, Sequel sequel) {
    PurchaseModel model =
        orFail(purchases.label(), () -> purchases.fit(observations.purchaseSample()));
    double[] expected = expected(model, observations, sequel);
    for (int row = 0; row < expected.length; row++) {
      expected[row] *= spend.expectedValue(observations.spend(row));
    }
    return Comparison.of(observations.frequencies(), sequel.spend(), expected);
  }

  /** Customers are watched for one time in the holdout, or for one of a few. */
  private static double[] expected(PurchaseModel model, Observations observations, Sequel sequel) {
    Map<Double, ToDoubleFunction<RepeatPurchases>> forecasts = new ConcurrentHashMap<>();
    return IntStream.range(0, observations.rows())
        .parallel()
        .mapToDouble(
            row ->
                forecasts
                    .computeIfAbsent(sequel.length(row), time -> model.forecast(time, 0))
                    .applyAsDouble(observations.purchases(row)))
        .toArray();
  }

  private static <T> T orFail(String model, Supplier<T> fit) {
    try {
      return fit.get();
    } catch (UnfitException e) {
      throw new CommandFailure(model + " cannot be fitted: " + e.reason(), e);
    }
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
