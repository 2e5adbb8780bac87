package io.shelfwise.value.regress;

import io.shelfwise.value.features.CustomerFeatures;
import io.shelfwise.value.features.FeatureSchema;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** Tells from a customer's features what the customer will spend; it never changes. */
public sealed interface SpendRegressor permits LinearRegressor, TreesRegressor {
  /** The name of the regression that it comes from. */
  String name();

  /** The features that it looks at. */
  FeatureSchema schema();

  /** How many days it looks ahead. */
  int horizonDays();

  /**
   * What is expected to be spent in these days, in the store's currency; at least 0.
   *
   * @throws IllegalArgumentException if the features are of another schema
   */
  default double predict(CustomerFeatures customer) {
    if (!customer.schema().equals(schema())) {
      throw new IllegalArgumentException(
          "schema: " + customer.schema() + " (expected: " + schema() + ")");
    }
    return predict(customer.values());
  }

  /** The same for numbers in the schema's order. */
  double predict(double[] row);

  /** Each feature's share in its decisions, by name; the shares sum to 1. */
  Map<String, Double> importances();

  /** Writes it; {@link SpendRegressions#read} reads it. */
  void write(DataOutput out) throws IOException;
}
