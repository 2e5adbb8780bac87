package io.shelfwise.value.predict;

import io.shelfwise.value.numeric.EstimateSpread;
import io.shelfwise.value.numeric.EstimateSpread.Direction;
import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How far expectations may be off because the parameters are estimates.
 *
 * <p>An expectation's interval shrinks with the customers that a model was fitted to. It says
 * nothing of how far a single customer's purchases lie from their expectation, which is what {@link
 * PurchaseModel#interval} says and no amount of data shrinks.
 *
 * <p>The models are asked twice for each parameter; see {@link EstimateSpread}.
 */
public final class Uncertainty {
  private final PurchaseModel purchases;
  private final GammaGammaModel spend;
  private final List<Direction<PurchaseModel>> aroundPurchases;
  private final List<Direction<Estimates>> aroundSpend;

  /**
   * The uncertainty of models.
   *
   * @param purchases the purchase model as it was fitted
   * @param spend the spend model as it was fitted
   */
  public Uncertainty(PurchaseModel purchases, GammaGammaModel spend) {
    this.purchases = purchases;
    this.spend = spend;
    PurchaseFit fit = purchases.fit();
    aroundPurchases =
        map(
            EstimateSpread.directions(fit.estimates()),
            moved ->
                PurchaseModelKind.restore(
                    new PurchaseFit(fit.kind(), fit.regularity(), moved, fit.logLikelihood())));
    aroundSpend = EstimateSpread.directions(spend.estimates());
  }

  private static <S, T> List<Direction<T>> map(List<Direction<S>> directions, Function<S, T> made) {
    return directions.stream()
        .map(d -> new Direction<>(made.apply(d.more()), made.apply(d.less())))
        .toList();
  }

  /** The interval of {@link PurchaseModel#expectedPurchases}, undiscounted. */
  public Interval expectedPurchases(RepeatPurchases customer, Horizon horizon, double level) {
    ToDoubleFunction<PurchaseModel> count =
        model -> model.expectedPurchases(customer, horizon.days(), 0);
    double expected = count.applyAsDouble(purchases);
    return Interval.aroundMedian(expected, logVariance(expected, aroundPurchases, count), level);
  }

  /**
   * The interval of {@link GammaGammaModel#expectedValue}; empty if the truth may well be that
   * there is no mean.
   */
  public Optional<Interval> expectedPurchaseValue(RepeatSpend customer, double level) {
    double expected = spend.expectedValue(customer);
    return logVarianceOfValue(customer)
        .map(variance -> Interval.aroundMedian(expected, variance, level));
  }

  /**
   * The interval of {@link Prediction#lifetimeValue}; empty if the truth may well be that there is
   * no mean. How often and how much were estimated apart, so their variances add up.
   */
  public Optional<Interval> lifetimeValue(
      RepeatPurchases customer, RepeatSpend spent, Horizon horizon, double level) {
    ToDoubleFunction<PurchaseModel> count =
        model -> model.expectedPurchases(customer, horizon.days(), horizon.discountPerDay());
    double expected = count.applyAsDouble(purchases);
    return logVarianceOfValue(spent)
        .map(variance -> variance + logVariance(expected, aroundPurchases, count))
        .map(
            variance ->
                Interval.aroundMedian(spend.expectedValue(spent) * expected, variance, level));
  }

  private Optional<Double> logVarianceOfValue(RepeatSpend customer) {
    if (aroundSpend.stream().anyMatch(d -> !hasMean(d.more()) || !hasMean(d.less()))) {
      return Optional.empty();
    }
    List<Direction<GammaGammaModel>> models =
        map(aroundSpend, moved -> new GammaGammaModel(moved, spend.logLikelihood()));
    return Optional.of(EstimateSpread.logVariance(models, model -> model.expectedValue(customer)));
  }

  private static boolean hasMean(Estimates spend) {
    return spend.value("q") > 1;
  }

  /** Of what is too small for a double, neither is a change. */
  private static double logVariance(
      double expected,
      List<Direction<PurchaseModel>> directions,
      ToDoubleFunction<PurchaseModel> count) {
    return expected < Double.MIN_NORMAL ? 0 : EstimateSpread.logVariance(directions, count);
  }
}
