package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.Bins;
import java.util.List;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * The mean of many deep trees, each grown on customers drawn with replacement, and each of its
 * splits chosen among some features drawn anew.
 *
 * @param trees how many trees
 * @param depth how deep they are at most
 * @param leastInLeaf how many customers a split must have before it is made
 * @param featureShare which part of the features a split is chosen among
 * @param seed decides what is drawn
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman 2001: Random Forests</a>
 */
public record RandomForest(int trees, int depth, int leastInLeaf, float featureShare, long seed)
    implements SpendRegression {
  /** A third of the features a split, as is usual for numbers. */
  public static final RandomForest USUAL = new RandomForest(60, 10, 20, 1f / 3, 1);

  static final String NAME = "random-forest";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpendRegressor fit(RegressionSample sample) {
    SampleCheck.requireEnough(sample);
    Bins bins = Bins.of(sample.rows(), RegressionTree.BINS);
    double[][] rows = new double[sample.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = bins.bins(sample.row(i));
    }
    var tree =
        new CARTRegressionTrainer(
            depth, leastInLeaf, 0, featureShare, false, new MeanSquaredError(), seed);
    var forest =
        (WeightedEnsembleModel<Regressor>)
            new RandomForestTrainer<>(tree, new AveragingCombiner(), trees, seed)
                .train(Tribuo.examples(rows, sample.targets()));
    List<RegressionTree> grown =
        forest.getModels().stream()
            .map(model -> RegressionTree.of((IndependentRegressionTreeModel) model, bins))
            .toList();
    return TreesRegressor.of(NAME, sample, 0, 1.0 / grown.size(), grown);
  }
}
