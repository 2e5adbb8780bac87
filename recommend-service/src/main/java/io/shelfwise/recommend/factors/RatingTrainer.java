package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Fits factors to stars: the squared error of those that were given, and nothing else, is made
 * small.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-68880-8_32">Zhou, Wilkinson, Schreiber, Pan
 *     (2008), Large-scale parallel collaborative filtering for the Netflix prize</a>
 */
public final class RatingTrainer implements Trainer<RatingModel> {
  private final FactorSettings settings;
  private final int leastCustomers;

  /**
   * A trainer with these settings.
   *
   * @param leastCustomers how many customers must have rated a product for it to be learned of
   */
  public RatingTrainer(FactorSettings settings, int leastCustomers) {
    this.settings = settings;
    this.leastCustomers = leastCustomers;
  }

  @Override
  public RatingModel train(TrainingData data, Watch watch) {
    SparseMatrix stars = data.stars().columnsOfAtLeast(leastCustomers);
    RatingFit fit = RatingFit.of(stars, settings, watch);
    boolean[] learned = new boolean[stars.width()];
    for (int product : stars.columns()) {
      learned[product] = true;
    }
    return new RatingModel(
        fit.mean(),
        fit.above(),
        ProductSpace.of(fit.products(), learned, CellSettings.NONE, settings.seed()),
        settings);
  }

  @Override
  public RatingModel read(DataInputStream in) throws IOException {
    float mean = in.readFloat();
    float[] above = new float[in.readInt()];
    for (int product = 0; product < above.length; product++) {
      above[product] = in.readFloat();
    }
    return new RatingModel(mean, above, ProductSpace.read(in), settings);
  }
}
