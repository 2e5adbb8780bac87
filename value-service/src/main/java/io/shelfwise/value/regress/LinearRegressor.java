package io.shelfwise.value.regress;

import io.shelfwise.value.features.FeatureSchema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** A sum of weights times damped features, and never less than 0. */
final class LinearRegressor implements SpendRegressor {
  private final FeatureSchema schema;
  private final int horizonDays;
  private final double intercept;
  private final double[] weights;
  private final double[] shares;

  LinearRegressor(
      FeatureSchema schema, int horizonDays, double intercept, double[] weights, double[] shares) {
    this.schema = schema;
    this.horizonDays = horizonDays;
    this.intercept = intercept;
    this.weights = weights.clone();
    this.shares = shares.clone();
  }

  LinearRegressor withShares(double[] newShares) {
    return new LinearRegressor(schema, horizonDays, intercept, weights, newShares);
  }

  /** ± ln(1 + |x|). */
  static double damped(double x) {
    return Math.copySign(Math.log1p(Math.abs(x)), x);
  }

  @Override
  public String name() {
    return ElasticNet.NAME;
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public int horizonDays() {
    return horizonDays;
  }

  @Override
  public double predict(double[] row) {
    double sum = intercept;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        sum += weights[j] * damped(row[j]);
      }
    }
    return Math.max(0, sum);
  }

  @Override
  public Map<String, Double> importances() {
    return Importances.named(schema, shares);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeUTF(ElasticNet.NAME);
    schema.write(out);
    out.writeInt(horizonDays);
    out.writeDouble(intercept);
    Numbers.write(weights, out);
    Numbers.write(shares, out);
  }

  static LinearRegressor read(DataInput in) throws IOException {
    return new LinearRegressor(
        FeatureSchema.read(in), in.readInt(), in.readDouble(), Numbers.read(in), Numbers.read(in));
  }
}
