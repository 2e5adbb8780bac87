package io.shelfwise.value.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.numeric.Bins;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;

/** The regressions on numbers of which the answer is known. */
class RegressionTest {
  private static final int FEATURES = FeatureSchema.COMMON.size();
  private static final int CUSTOMERS = 2_000;

  /** y = 50 + 20 ln(1 + x₀) − 5 ln(1 + x₁) without noise, by a net that hardly shrinks. */
  @Test
  void theElasticNetFindsTheWeights() {
    RegressionSample sample = sample(x -> 50 + 20 * Math.log1p(x[0]) - 5 * Math.log1p(x[1]));

    SpendRegressor found = new ElasticNet(1e-6, 0.5).fit(sample);

    double[] row = new double[FEATURES];
    double start = found.predict(row);
    row[0] = Math.E - 1;
    assertThat(found.predict(row) - start).isCloseTo(20, within(0.05));
    row[0] = 0;
    row[1] = Math.E - 1;
    assertThat(found.predict(row) - start).isCloseTo(-5, within(0.05));
    assertThat(start).isCloseTo(50, within(0.5));
  }

  @Test
  void theElasticNetLeavesOutWhatDoesNotMatter() {
    SpendRegressor found = new ElasticNet(0.05, 1).fit(sample(x -> 3 * Math.log1p(x[4])));

    assertThat(found.importances().get(FeatureSchema.COMMON.features().get(4).name())).isEqualTo(1);
  }

  /** A step that no line can follow. */
  @Test
  void treesFindSteps() {
    ToDoubleFunction<double[]> step = x -> x[2] >= 5 ? 100 : x[3] >= 2 ? 40 : 10;
    RegressionSample sample = sample(step);

    for (SpendRegression kind :
        new SpendRegression[] {RandomForest.USUAL, GradientBoosting.USUAL}) {
      SpendRegressor found = kind.fit(sample);
      double absolute = 0;
      for (int i = 0; i < sample.size(); i++) {
        absolute += Math.abs(found.predict(sample.row(i)) - sample.target(i));
      }
      assertThat(absolute / sample.size()).as(kind.name()).isLessThan(6);
    }
  }

  /** Each tree explains a part of what was left. */
  @Test
  void moreTreesExplainMore() {
    RegressionSample sample = sample(x -> 10 * x[0] + x[1] * x[2]);
    double before = Double.POSITIVE_INFINITY;
    for (int trees : new int[] {1, 5, 20, 80}) {
      SpendRegressor found = new GradientBoosting(trees, 4, 20, 0.1, 0.5, 1).fit(sample);
      double squared = 0;
      for (int i = 0; i < sample.size(); i++) {
        squared += Math.pow(found.predict(sample.row(i)) - sample.target(i), 2);
      }
      assertThat(squared).isLessThan(before);
      before = squared;
    }
  }

  /** The flat tree answers what Tribuo's own answers to the bins of the row. */
  @Test
  void aFlatTreeAnswersAsTribuoDoes() {
    RegressionSample sample = sample(x -> x[0] * x[1] + 7 * x[2]);
    Bins bins = Bins.of(sample.rows(), RegressionTree.BINS);
    double[][] rows = new double[sample.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = bins.bins(sample.row(i));
    }
    var model =
        (IndependentRegressionTreeModel)
            new CARTRegressionTrainer(6).train(Tribuo.examples(rows, sample.targets()));
    RegressionTree flat = RegressionTree.of(model, bins);
    String[] names = Tribuo.names(FEATURES);

    for (int i = 0; i < 500; i++) {
      var example = new ArrayExample<>(new Regressor(Tribuo.TARGET, 0), names, rows[i]);
      assertThat(flat.at(sample.row(i)))
          .isEqualTo(model.predict(example).getOutput().getValues()[0]);
    }
  }

  /** Features of 0 to 10 at random, and a target of them. */
  private static RegressionSample sample(ToDoubleFunction<double[]> target) {
    Random random = new Random(3);
    double[][] rows = new double[CUSTOMERS][FEATURES];
    double[] targets = new double[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      for (int j = 0; j < FEATURES; j++) {
        rows[i][j] = 10 * random.nextDouble();
      }
      targets[i] = target.applyAsDouble(rows[i]);
    }
    return new RegressionSample(FeatureSchema.COMMON, 90, rows, targets);
  }
}
