package io.shelfwise.value.judge;

import java.util.OptionalDouble;

/**
 * The errors of forecasts f against what came, a, over n customers.
 *
 * @param customers n
 * @param actual Σ a
 * @param expected Σ f
 * @param mae mean absolute error: Σ |f − a| / n
 * @param rmse root mean squared error: √(Σ (f − a)² / n)
 * @param bias Σ f / Σ a − 1: by which part too much was expected; empty when nothing came
 * @param msle mean squared logarithmic error: Σ (ln(1 + f) − ln(1 + a))² / n
 * @param gini the normalised Gini coefficient: how well the customers are ranked, 1 at best, 0 for
 *     a ranking by chance; empty when no two customers differ in what came
 */
public record Accuracy(
    long customers,
    double actual,
    double expected,
    double mae,
    double rmse,
    OptionalDouble bias,
    double msle,
    OptionalDouble gini) {

  static Accuracy of(double[] actual, double[] expected) {
    int n = actual.length;
    double actualSum = 0;
    double expectedSum = 0;
    double absolute = 0;
    double squared = 0;
    double logarithmic = 0;
    for (int i = 0; i < n; i++) {
      double error = expected[i] - actual[i];
      double logError = Math.log1p(expected[i]) - Math.log1p(actual[i]);
      actualSum += actual[i];
      expectedSum += expected[i];
      absolute += Math.abs(error);
      squared += error * error;
      logarithmic += logError * logError;
    }
    return new Accuracy(
        n,
        actualSum,
        expectedSum,
        absolute / n,
        Math.sqrt(squared / n),
        actualSum == 0 ? OptionalDouble.empty() : OptionalDouble.of(expectedSum / actualSum - 1),
        logarithmic / n,
        gini(actual, expected));
  }

  /**
   * The ranking's Gini coefficient as a part of that of the best ranking, which is by what came.
   *
   * @see <a href="https://arxiv.org/abs/1912.07753">Wang, Liu, Miao 2019: A Deep Probabilistic
   *     Model for Customer Lifetime Value Prediction</a>
   */
  private static OptionalDouble gini(double[] actual, double[] expected) {
    double best = Ranking.of(actual, actual).gini();
    return best > 0
        ? OptionalDouble.of(Ranking.of(expected, actual).gini() / best)
        : OptionalDouble.empty();
  }
}
