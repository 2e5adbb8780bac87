package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Prepares what neighbours are looked up in. There is nothing to fit: the model is the customers
 * themselves.
 */
public final class NeighborsTrainer implements Trainer<NeighborsModel> {
  private final Neighborhood neighborhood;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param neighborhood which customers are neighbours
   * @param attention what is listened to
   */
  public NeighborsTrainer(Neighborhood neighborhood, Attention attention) {
    this.neighborhood = neighborhood;
    this.attention = attention;
  }

  @Override
  public NeighborsModel train(TrainingData data, Watch watch) {
    return NeighborsModel.of(data.interests(), neighborhood, attention);
  }

  @Override
  public NeighborsModel read(DataInputStream in) throws IOException {
    return NeighborsModel.of(Interests.read(in), neighborhood, attention);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "neighborhood", neighborhood.toString(),
        "attention", attention.toString());
  }
}
