package io.shelfwise.value.regress;

import io.shelfwise.value.features.Feature;
import io.shelfwise.value.features.FeatureSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much a regressor goes by each feature, whatever it is made of: by how much its answers change
 * in the mean when customers are given another customer's value of that feature.
 *
 * @see <a href="https://www.jmlr.org/papers/v20/18-760.html">Fisher, Rudin, Dominici 2019: All
 *     models are wrong, but many are useful</a>
 */
final class Importances {
  private static final int MOST_CUSTOMERS = 2_000;
  private static final long SEED = 1;

  private Importances() {}

  /** Each feature's share; all 0 if the regressor says the same of everyone. */
  static double[] of(SpendRegressor regressor, RegressionSample sample) {
    SplittableRandom random = new SplittableRandom(SEED);
    int customers = Math.min(MOST_CUSTOMERS, sample.size());
    double[] change = new double[sample.schema().size()];
    for (int i = 0; i < customers; i++) {
      double[] row = sample.row(i).clone();
      double[] other = sample.row(random.nextInt(sample.size()));
      double answer = regressor.predict(row);
      for (int j = 0; j < change.length; j++) {
        double own = row[j];
        row[j] = other[j];
        change[j] += Math.abs(regressor.predict(row) - answer);
        row[j] = own;
      }
    }
    double sum = Arrays.stream(change).sum();
    return sum == 0 ? change : Arrays.stream(change).map(c -> c / sum).toArray();
  }

  static Map<String, Double> named(FeatureSchema schema, double[] shares) {
    List<Feature> features = schema.features();
    Map<String, Double> named = new LinkedHashMap<>();
    for (int j = 0; j < shares.length; j++) {
      named.put(features.get(j).name(), shares[j]);
    }
    return named;
  }
}
