package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.pairs.PairBounds;
import io.shelfwise.recommend.pairs.SharedCustomers;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Finds, for each product, those that are most alike by the customers who like them.
 *
 * <p>The time is that of the pairs of products that customers have, within the bounds; products
 * that no one has in common are never looked at.
 */
public final class ItemTrainer implements Trainer<ItemModel> {
  private final Likeness likeness;
  private final int related;
  private final PairBounds bounds;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param likeness what is alike
   * @param related how many products are kept for each product
   * @param bounds what is looked at
   * @param attention what is listened to
   */
  public ItemTrainer(Likeness likeness, int related, PairBounds bounds, Attention attention) {
    if (related < 1) {
      throw new IllegalArgumentException("related: " + related + " (expected: >= 1)");
    }
    this.likeness = likeness;
    this.related = related;
    this.bounds = bounds;
    this.attention = attention;
  }

  @Override
  public ItemModel train(TrainingData data, Watch watch) {
    Likeness.Comparison comparison = likeness.compare(bounds.newest(data.interests().matrix()));
    SparseMatrix customers = comparison.customers();
    SparseMatrix alike =
        new SharedCustomers(customers, customers, bounds).best(related, comparison.weight(), watch);
    return ItemModel.of(alike, likeness, attention);
  }

  @Override
  public ItemModel read(DataInputStream in) throws IOException {
    return ItemModel.of(SparseMatrix.read(in), likeness, attention);
  }
}
