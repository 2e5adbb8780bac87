package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;

/** Counts how often each product is bought again, and after what time. */
public final class BuyAgainTrainer implements Trainer<BuyAgainModel> {
  private final RepeatPrior prior;

  /** A trainer with these settings. */
  public BuyAgainTrainer(RepeatPrior prior) {
    this.prior = prior;
  }

  @Override
  public BuyAgainModel train(TrainingData data, Watch watch) {
    return new BuyAgainModel(RepeatRates.of(data.orders(), data.width(), data.now(), prior), prior);
  }

  @Override
  public BuyAgainModel read(DataInputStream in) throws IOException {
    return new BuyAgainModel(RepeatRates.read(in), prior);
  }
}
