package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Prepares what neighbours are looked up in. There is nothing to fit: the model is the customers
 * themselves.
 *
 * <p>Where a product has more customers than are looked at, the first of them are. They are then
 * put in an order of no meaning, which is the same every time: a fair choice, and the same ones for
 * all products, so that the products of those who are looked at are not torn apart. They lie close
 * together in memory, too.
 */
public final class NeighborsTrainer implements Trainer<NeighborsModel> {
  private final Similarity similarity;
  private final Neighborhood neighborhood;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param similarity what makes customers similar
   * @param neighborhood which customers are neighbours
   * @param attention what is listened to
   */
  public NeighborsTrainer(Similarity similarity, Neighborhood neighborhood, Attention attention) {
    this.similarity = similarity;
    this.neighborhood = neighborhood;
    this.attention = attention;
  }

  @Override
  public NeighborsModel train(TrainingData data, Watch watch) {
    SparseMatrix likes = similarity.likes(data);
    if (mostOfAProduct(likes) <= neighborhood.mostCustomers()) {
      Interests asTheyCame = new Interests(data.interests().customers(), likes);
      return NeighborsModel.of(asTheyCame, similarity, neighborhood, attention);
    }
    int[] order = shuffled(likes.height());
    List<String> customers = data.interests().customers();
    Interests inOrder =
        new Interests(
            Arrays.stream(order).mapToObj(customers::get).toList(), likes.rowsInOrder(order));
    return NeighborsModel.of(inOrder, similarity, neighborhood, attention);
  }

  /** How many customers the product of most customers has. */
  private static int mostOfAProduct(SparseMatrix likes) {
    int[] customers = new int[likes.width()];
    for (int product : likes.columns()) {
      customers[product]++;
    }
    return Arrays.stream(customers).max().orElse(0);
  }

  /** The numbers from 0 on, sorted by their hashes. */
  private static int[] shuffled(int size) {
    long[] keys = new long[size];
    for (int number = 0; number < size; number++) {
      // Fibonacci hashing: the golden ratio of 2^32 is odd, so no two hashes are equal.
      int hash = number * 0x9e3779b9;
      keys[number] = ((long) hash << Integer.SIZE) | number;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  @Override
  public NeighborsModel read(DataInputStream in) throws IOException {
    return NeighborsModel.of(Interests.read(in), similarity, neighborhood, attention);
  }
}
