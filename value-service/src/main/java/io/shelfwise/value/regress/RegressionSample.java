package io.shelfwise.value.regress;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers as of a day, each with what was spent in the days after it.
 *
 * <p>The features end where the target begins: nothing of what is to be foretold is in them.
 */
public final class RegressionSample {
  private static final double MICROS = 1e6;

  private final FeatureSchema schema;
  private final int horizonDays;
  private final double[][] rows;
  private final double[] targets;

  RegressionSample(FeatureSchema schema, int horizonDays, double[][] rows, double[] targets) {
    if (horizonDays < 1) {
      throw new IllegalArgumentException("horizonDays: " + horizonDays + " (expected: >= 1)");
    }
    this.schema = schema;
    this.horizonDays = horizonDays;
    this.rows = rows;
    this.targets = targets;
  }

  /**
   * The customers of a store who had bought by a day, or a sample of them.
   *
   * @param cut the last day that goes into the features; the target is what is spent on the days
   *     {@code cut + 1} to {@code cut + horizonDays}
   * @param most how many customers at most
   * @param seed decides which ones, if there are more
   */
  public static RegressionSample of(
      StoreHistory store, FeatureReader reader, int cut, int horizonDays, int most, long seed) {
    FeatureTable table = FeatureTable.of(store, reader, cut, most, seed);
    List<FeatureTable.Customer> customers = table.customers();
    return new RegressionSample(
        reader.schema(),
        horizonDays,
        IntStream.range(0, table.size())
            .mapToObj(i -> table.row(i).values())
            .toArray(double[][]::new),
        customers.stream().mapToDouble(c -> spent(c.history(), cut, horizonDays)).toArray());
  }

  /** What a customer spent in the days after a cut. */
  static double spent(CustomerHistory history, int cut, int horizonDays) {
    double micros = 0;
    int until = history.purchaseDaysUntil(cut + horizonDays);
    for (int i = history.purchaseDaysUntil(cut); i < until; i++) {
      micros += history.purchaseDayMicros(i);
    }
    return micros / MICROS;
  }

  /** What the features are. */
  public FeatureSchema schema() {
    return schema;
  }

  /** How many days the target spans. */
  public int horizonDays() {
    return horizonDays;
  }

  /** How many customers there are. */
  public int size() {
    return rows.length;
  }

  /** Each customer's features; not to be changed. */
  double[][] rows() {
    return rows;
  }

  double[] row(int customer) {
    return rows[customer];
  }

  double target(int customer) {
    return targets[customer];
  }

  double[] targets() {
    return targets.clone();
  }
}
