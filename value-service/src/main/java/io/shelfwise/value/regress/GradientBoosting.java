package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Gradient boosting of shallow trees: each is grown on what those before it leave unexplained, the
 * gradient of the squared error, on a part of the customers drawn anew, and added by a small step.
 *
 * <p>With squared error the negative gradient is the residual y − F(x), and the best value of a
 * leaf is its mean, which is what a regression tree answers: the trees are CART as they come.
 *
 * @param trees how many trees
 * @param depth how deep they are
 * @param leastInLeaf how many customers a split must have before it is made
 * @param step by how much of its answer a tree is added
 * @param part which part of the customers each tree sees
 * @param seed decides which
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman 2001: Greedy function
 *     approximation, algorithm 2</a>
 * @see <a href="https://doi.org/10.1016/S0167-9473(01)00065-2">Friedman 2002: Stochastic gradient
 *     boosting</a>
 */
public record GradientBoosting(
    int trees, int depth, int leastInLeaf, double step, double part, long seed)
    implements SpendRegression {
  /** Small steps on half of the customers. */
  public static final GradientBoosting USUAL = new GradientBoosting(80, 4, 20, 0.08, 0.5, 1);

  static final String NAME = "gradient-boosted-trees";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpendRegressor fit(RegressionSample sample) {
    SampleCheck.requireEnough(sample);
    Bins bins = Bins.of(sample.rows(), RegressionTree.BINS);
    double start = Arrays.stream(sample.targets()).average().orElseThrow();
    double[] explained = new double[sample.size()];
    Arrays.fill(explained, start);
    List<RegressionTree> grown = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    while (grown.size() < trees) {
      RegressionTree tree = grow(sample, bins, explained, random);
      for (int i = 0; i < explained.length; i++) {
        explained[i] += step * tree.at(sample.row(i));
      }
      grown.add(tree);
    }
    return TreesRegressor.of(NAME, sample, start, step, grown);
  }

  private RegressionTree grow(
      RegressionSample sample, Bins bins, double[] explained, SplittableRandom random) {
    int[] customers = drawn(sample.size(), random);
    double[][] rows = new double[customers.length][];
    double[] residuals = new double[customers.length];
    for (int i = 0; i < customers.length; i++) {
      rows[i] = bins.bins(sample.row(customers[i]));
      residuals[i] = sample.target(customers[i]) - explained[customers[i]];
    }
    var trainer =
        new CARTRegressionTrainer(depth, leastInLeaf, 0, 1, false, new MeanSquaredError(), seed);
    return RegressionTree.of(
        (IndependentRegressionTreeModel) trainer.train(Tribuo.examples(rows, residuals)), bins);
  }

  /** So many of the customers without replacement, by the first steps of a shuffle. */
  private int[] drawn(int customers, SplittableRandom random) {
    int[] order = new int[customers];
    Arrays.setAll(order, i -> i);
    int count = (int) Math.ceil(part * customers);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, customers);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return Arrays.copyOf(order, count);
  }
}
