package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.NothingLearnedException;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Fits factors to interests: each interest is an observation, and its strength the weight. So is
 * what a customer turned against. What fewer customers than the floor are interested in is not
 * learned of at all.
 */
public final class FactorTrainer implements Trainer<FactorModel> {
  /** The mean square of a product's factors is less only where nothing is left of them. */
  private static final double LEAST_SQUARE = 1e-6;

  private final FactorSettings settings;
  private final Attention attention;
  private final CellSettings cells;
  private final int leastCustomers;

  /**
   * A trainer with these settings.
   *
   * @param settings how factors are fitted
   * @param attention what is listened to
   * @param cells how products are looked for
   * @param leastCustomers how many customers a product must have to be learned of
   */
  public FactorTrainer(
      FactorSettings settings, Attention attention, CellSettings cells, int leastCustomers) {
    this.settings = settings;
    this.attention = attention;
    this.cells = cells;
    this.leastCustomers = leastCustomers;
  }

  @Override
  public FactorModel train(TrainingData data, Watch watch) {
    SparseMatrix interests = data.interests().matrix().columnsOfAtLeast(leastCustomers);
    FactorSettings bounded = bounded(interests);
    Factors products = new Alternation(bounded).fit(interests.less(data.aversions()), watch);
    boolean[] learned = new boolean[interests.width()];
    for (int product : interests.columns()) {
      learned[product] = true;
    }
    ProductSpace space = ProductSpace.of(products, learned, cells, settings.seed());
    if (interests.entries() > 0 && space.meanSquare() < LEAST_SQUARE) {
      throw new NothingLearnedException(
          "factors: all shrank to 0 with regularization: "
              + bounded.regularization()
              + " (expected: less, or interests of more weight)");
    }
    return model(space, bounded);
  }

  private FactorSettings bounded(SparseMatrix interests) {
    return interests.entries() == 0
        ? settings
        : settings.regularizedAtMost(Threshold.mostRegularization(interests, settings));
  }

  @Override
  public FactorModel read(DataInputStream in) throws IOException {
    FactorSettings bounded = settings.regularizedAtMost(in.readDouble());
    return model(ProductSpace.read(in), bounded);
  }

  private FactorModel model(ProductSpace space, FactorSettings bounded) {
    return new FactorModel(space, bounded, attention, cells.probed());
  }
}
