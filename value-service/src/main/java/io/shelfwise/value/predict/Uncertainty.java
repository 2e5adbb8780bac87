package io.shelfwise.value.predict;

import io.shelfwise.value.numeric.EstimateDraws;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far expectations may be off because the parameters are estimates: the models are drawn again
 * and again as their parameters might be in truth, and each is asked.
 *
 * <p>An expectation's interval shrinks with the customers that a model was fitted to. It says
 * nothing of how far a single customer's purchases lie from their expectation, which is what {@link
 * PurchaseModel#interval} says and no amount of data shrinks.
 *
 * <p>Immutable; drawn once for a fit, it answers for any customer at the price of that many
 * predictions.
 */
public final class Uncertainty {
  /** What the spend model's draws are seeded with beyond the seed, to be no echo of the others. */
  private static final long OTHER_STREAM = 0x9E3779B97F4A7C15L;

  private final List<PurchaseModel> purchases;
  private final List<GammaGammaModel> spend;

  /**
   * Draws the models.
   *
   * @param purchases the purchase model as it was fitted
   * @param spend the spend model as it was fitted
   * @param draws how many, 2 to 10,000: 200 give ends that are themselves sure to about a tenth of
   *     their distance from the middle
   * @param seed the same one gives the same intervals
   */
  public Uncertainty(PurchaseModel purchases, GammaGammaModel spend, int draws, long seed) {
    if (!(draws >= 2 && draws <= 10_000)) {
      throw new IllegalArgumentException("draws: " + draws + " (expected: 2 to 10000)");
    }
    PurchaseFit fit = purchases.fit();
    this.purchases =
        new EstimateDraws(fit.estimates())
            .draws(seed)
            .map(
                drawn ->
                    PurchaseModelKind.restore(
                        new PurchaseFit(fit.kind(), fit.regularity(), drawn, fit.logLikelihood())))
            .limit(draws)
            .toList();
    // That there is a finite mean is what the spend model rests on; draws without one are passed
    // by.
    this.spend =
        new EstimateDraws(spend.estimates())
            .draws(seed ^ OTHER_STREAM)
            .filter(drawn -> drawn.value("q") > 1)
            .map(drawn -> new GammaGammaModel(drawn, spend.logLikelihood()))
            .limit(draws)
            .toList();
  }

  /** The interval of {@link PurchaseModel#expectedPurchases}. */
  public Interval expectedPurchases(RepeatPurchases customer, Horizon horizon, double level) {
    return Interval.of(
        each(purchases, model -> model.expectedPurchases(customer, horizon.days(), 0)), level);
  }

  /** The interval of {@link GammaGammaModel#expectedValue}. */
  public Interval expectedPurchaseValue(RepeatSpend customer, double level) {
    return Interval.of(each(spend, model -> model.expectedValue(customer)), level);
  }

  /** The interval of {@link Prediction#lifetimeValue}. */
  public Interval lifetimeValue(
      RepeatPurchases customer, RepeatSpend spent, Horizon horizon, double level) {
    double[] values = each(spend, model -> model.expectedValue(spent));
    double[] counts =
        each(
            purchases,
            model -> model.expectedPurchases(customer, horizon.days(), horizon.discountPerDay()));
    return Interval.of(
        IntStream.range(0, values.length).mapToDouble(i -> values[i] * counts[i]).toArray(), level);
  }

  private static <T> double[] each(List<T> models, ToDoubleFunction<T> question) {
    return models.stream().mapToDouble(question).toArray();
  }
}
