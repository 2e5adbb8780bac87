package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;

/** Fits factors to interests: each interest is an observation, and its strength the weight. */
public final class FactorTrainer implements Trainer<FactorModel> {
  private final FactorSettings settings;
  private final Attention attention;
  private final CellSettings cells;

  /**
   * A trainer with these settings.
   *
   * @param settings how factors are fitted
   * @param attention what is listened to
   * @param cells how products are looked for
   */
  public FactorTrainer(FactorSettings settings, Attention attention, CellSettings cells) {
    this.settings = settings;
    this.attention = attention;
    this.cells = cells;
  }

  @Override
  public FactorModel train(TrainingData data, Watch watch) {
    SparseMatrix interests = data.interests().matrix();
    Factors products = new Alternation(settings).fit(interests, watch);
    boolean[] learned = new boolean[interests.width()];
    for (int product : interests.columns()) {
      learned[product] = true;
    }
    return model(ProductSpace.of(products, learned, cells, settings.seed()));
  }

  @Override
  public FactorModel read(DataInputStream in) throws IOException {
    return model(ProductSpace.read(in));
  }

  private FactorModel model(ProductSpace space) {
    return new FactorModel(space, settings, attention, cells.probed());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "fit", settings.toString(),
        "attention", attention.toString(),
        "cells", cells.toString());
  }
}
