package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.algebra.FloatCholesky;
import io.shelfwise.recommend.algebra.Selection;

/**
 * Finds the neighbours of one product after another, and solves for their weights.
 *
 * <p>Neighbours have many customers in common with the product, and few without it: those of the
 * greatest {@code c_ij / c_ii^0.6} are nearest. With an exponent of 0.5, as in the cosine, rare
 * ones come in of which little is known; with more, only bestsellers.
 *
 * <p>Room for one thread to work in.
 */
final class NeighborSystem {
  private static final double RARITY = 0.6;

  private final Task task;
  private final CommonInterests common;
  private final Overlaps overlaps;
  private final float[] nearness;
  private final Selection selection;
  private final float[] matrix;
  private final float[] solution;

  NeighborSystem(Task task) {
    LearnedProducts products = task.products();
    this.task = task;
    this.common = new CommonInterests(products);
    this.overlaps = new Overlaps(products);
    this.nearness = new float[products.count()];
    this.selection = new Selection(products.count());
    this.matrix = new float[task.neighbors() * task.neighbors()];
    this.solution = new float[task.neighbors()];
  }

  /**
   * What is to be solved.
   *
   * @param products all products
   * @param scales by what the interests in each are multiplied
   * @param rarities the same for finding neighbours
   * @param neighbors how many neighbours a product has at most
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Task(
      LearnedProducts products,
      Regularization regularization,
      double[] scales,
      float[] rarities,
      int neighbors) {

    static Task of(LearnedProducts products, Regularization regularization, int neighbors) {
      double[] popularity = products.popularity();
      float[] rarities = new float[popularity.length];
      for (int product = 0; product < rarities.length; product++) {
        rarities[product] = (float) Math.pow(popularity[product], -RARITY);
      }
      return new Task(
          products, regularization, regularization.scales(popularity), rarities, neighbors);
    }
  }

  /**
   * Solves for the weights of a product's neighbours, and writes both from {@code at} on.
   *
   * @return how many neighbours there are
   */
  int solve(int product, int[] neighbors, float[] weights, int at) {
    common.of(product);
    int size = findNearest(neighbors, at);
    overlaps.write(neighbors, at, size, matrix);
    double[] scales = task.scales();
    for (int i = 0; i < size; i++) {
      double scale = scales[neighbors[at + i]];
      for (int j = i; j < size; j++) {
        matrix[i * size + j] *= (float) (scale * scales[neighbors[at + j]]);
      }
      matrix[i * size + i] += (float) task.regularization().added(matrix[i * size + i]);
      solution[i] = (float) (common.with(neighbors[at + i]) * scale * scales[product]);
    }
    FloatCholesky.decompose(matrix, size, size);
    FloatCholesky.solve(matrix, size, size, solution, 0);
    for (int i = 0; i < size; i++) {
      weights[at + i] = (float) (scales[neighbors[at + i]] * solution[i]);
    }
    return size;
  }

  /** Writes the nearest from {@code at} on; of equally near ones, those that were met first. */
  private int findNearest(int[] neighbors, int at) {
    int size = Math.min(task.neighbors(), common.count());
    if (size == 0) {
      return 0;
    }
    for (int i = 0; i < common.count(); i++) {
      int other = common.other(i);
      nearness[i] = common.with(other) * task.rarities()[other];
    }
    float least = selection.largest(nearness, common.count(), size);
    int to = at;
    for (int i = 0; i < common.count(); i++) {
      if (nearness[i] > least) {
        neighbors[to++] = common.other(i);
      }
    }
    for (int i = 0; to < at + size; i++) {
      if (nearness[i] == least) {
        neighbors[to++] = common.other(i);
      }
    }
    return size;
  }
}
