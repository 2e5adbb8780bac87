package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.Spread;
import java.util.Arrays;
import java.util.Objects;
import org.tribuo.math.la.SparseVector;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/**
 * Linear regression that shrinks its weights, by coordinate descent: the least of
 *
 * <pre>
 *   Σ (y − w·z)² / 2n + λ (α Σ|w| + (1 − α) Σw² / 2)
 * </pre>
 *
 * over features z and spend y, both of mean 0 and deviation 1. A feature goes in by the logarithm
 * of its size, since the next order does to an old customer what it does to a new one by
 * proportion.
 *
 * @param lambda λ: how much weights are shrunk
 * @param alpha α: by how much towards none at all, 0 to 1; 0 is ridge regression
 * @see <a href="https://doi.org/10.1111/j.1467-9868.2005.00503.x">Zou, Hastie 2005: Regularization
 *     and variable selection via the elastic net</a>
 */
public record ElasticNet(double lambda, double alpha) implements SpendRegression {
  /** Shrinks little: there are many customers for each feature. */
  public static final ElasticNet USUAL = new ElasticNet(0.01, 0.5);

  static final String NAME = "elastic-net";

  private static final double TOLERANCE = 1e-6;
  private static final int MOST_ROUNDS = 2_000;
  private static final long SEED = 1;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpendRegressor fit(RegressionSample sample) {
    SampleCheck.requireEnough(sample);
    int features = sample.schema().size();
    Spread[] spreads = new Spread[features];
    double[][] rows = new double[sample.size()][features];
    for (int j = 0; j < features; j++) {
      double[] column = new double[sample.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = LinearRegressor.damped(sample.row(i)[j]);
      }
      spreads[j] = Spread.of(column);
      for (int i = 0; i < column.length; i++) {
        rows[i][j] = spreads[j].standardized(column[i]);
      }
    }
    Spread spend = Spread.of(sample.targets());
    double[] targets = Arrays.stream(sample.targets()).map(spend::standardized).toArray();
    double[] weights = weights(rows, targets);
    double intercept = spend.mean();
    for (int j = 0; j < features; j++) {
      weights[j] *= spend.deviation() / spreads[j].deviation();
      intercept -= weights[j] * spreads[j].mean();
    }
    LinearRegressor plain =
        new LinearRegressor(
            sample.schema(), sample.horizonDays(), intercept, weights, new double[features]);
    return plain.withShares(Importances.of(plain, sample));
  }

  private double[] weights(double[][] rows, double[] targets) {
    var model =
        (SparseLinearModel)
            new ElasticNetCDTrainer(lambda, alpha, TOLERANCE, MOST_ROUNDS, false, SEED)
                .train(Tribuo.examples(rows, targets));
    SparseVector found = Objects.requireNonNull(model.getWeights().get(Tribuo.TARGET));
    double[] weights = new double[rows[0].length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = found.get(j);
    }
    return weights;
  }
}
