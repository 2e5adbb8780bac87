package io.shelfwise.value.regress;

import io.shelfwise.value.features.FeatureSchema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A start, and trees of which each adds its answer times a step; never less than 0. */
final class TreesRegressor implements SpendRegressor {
  private final String name;
  private final FeatureSchema schema;
  private final int horizonDays;
  private final double start;
  private final double step;
  private final List<RegressionTree> trees;
  private final double[] shares;

  TreesRegressor(
      String name,
      FeatureSchema schema,
      int horizonDays,
      double start,
      double step,
      List<RegressionTree> trees,
      double[] shares) {
    this.name = name;
    this.schema = schema;
    this.horizonDays = horizonDays;
    this.start = start;
    this.step = step;
    this.trees = List.copyOf(trees);
    this.shares = shares.clone();
  }

  /** These trees, made of a sample, with each feature's share in their decisions on it. */
  static TreesRegressor of(
      String name, RegressionSample sample, double start, double step, List<RegressionTree> trees) {
    TreesRegressor plain =
        new TreesRegressor(
            name, sample.schema(), sample.horizonDays(), start, step, trees, new double[0]);
    return new TreesRegressor(
        name,
        sample.schema(),
        sample.horizonDays(),
        start,
        step,
        trees,
        Importances.of(plain, sample));
  }

  @Override
  public String name() {
    return name;
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
    double sum = 0;
    for (RegressionTree tree : trees) {
      sum += tree.at(row);
    }
    return Math.max(0, start + step * sum);
  }

  @Override
  public Map<String, Double> importances() {
    return Importances.named(schema, shares);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeUTF(name);
    schema.write(out);
    out.writeInt(horizonDays);
    out.writeDouble(start);
    out.writeDouble(step);
    out.writeInt(trees.size());
    for (RegressionTree tree : trees) {
      tree.write(out);
    }
    Numbers.write(shares, out);
  }

  static TreesRegressor read(String name, DataInput in) throws IOException {
    FeatureSchema schema = FeatureSchema.read(in);
    int horizonDays = in.readInt();
    double start = in.readDouble();
    double step = in.readDouble();
    List<RegressionTree> trees = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      trees.add(RegressionTree.read(in));
    }
    return new TreesRegressor(name, schema, horizonDays, start, step, trees, Numbers.read(in));
  }
}
