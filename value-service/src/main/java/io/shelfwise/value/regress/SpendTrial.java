package io.shelfwise.value.regress;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.numeric.UnfitException;

/**
 * Learns and judges on one store, with three cuts a horizon H apart, none of which sees beyond
 * itself:
 *
 * <pre>
 *   judged: learned from features as of now − 2H and the spend of the H days after it,
 *           held against the spend of the last H days, by features as of now − H
 *   served: learned from features as of now − H and the spend of the last H days
 * </pre>
 *
 * <p>Which categories and brands are features is decided by what was bought by the earlier cut.
 *
 * @param store the store
 * @param facts what its catalogue says
 * @param now the last day
 * @param horizonDays H
 * @param seed decides which customers are drawn where there are too many to learn from
 */
public record SpendTrial(
    StoreHistory store, ProductFacts facts, int now, int horizonDays, long seed) {
  /** How many customers are learned from; more would take longer and say little new. */
  private static final int MOST_TO_LEARN_FROM = 10_000;

  /** How many categories and brands have a feature of their own. */
  private static final int MOST_SHARES = 8;

  /**
   * A kind of regression held against what came in the last days, on all customers who had bought
   * before them.
   *
   * @throws UnfitException if the store is too young or too small
   */
  public Comparison judge(SpendRegression regression) {
    int cut = now - horizonDays;
    SpendRegressor regressor = learn(regression, cut - horizonDays);
    FeatureReader reader = FeatureReader.of(regressor.schema(), store, facts);
    FeatureTable customers = FeatureTable.of(store, reader, cut, Integer.MAX_VALUE, seed);
    int[] frequency = new int[customers.size()];
    double[] came = new double[customers.size()];
    double[] expected = new double[customers.size()];
    for (int i = 0; i < customers.size(); i++) {
      CustomerHistory history = customers.customers().get(i).history();
      frequency[i] = history.purchaseDaysUntil(cut) - 1;
      came[i] = RegressionSample.spent(history, cut, horizonDays);
      expected[i] = regressor.predict(customers.row(i));
    }
    return Comparison.of(frequency, came, expected);
  }

  /**
   * A regressor that has learned from all there is.
   *
   * @throws UnfitException if the store is too young or too small
   */
  public SpendRegressor fit(SpendRegression regression) {
    return learn(regression, now - horizonDays);
  }

  private SpendRegressor learn(SpendRegression regression, int cut) {
    FeatureSchema schema = FeatureSchema.of(store, cut, facts, MOST_SHARES);
    return regression.fit(
        RegressionSample.of(
            store,
            FeatureReader.of(schema, store, facts),
            cut,
            horizonDays,
            MOST_TO_LEARN_FROM,
            seed));
  }
}
