package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.algebra.FloatCholesky;
import io.shelfwise.recommend.algebra.Selection;
import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

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
  private static final int NONE = -1;

  private final Task task;
  private final float[] nearness;
  private final Selection selection;

  /** Which place a product has among the neighbours. */
  private final int[] places;

  private final float[] matrix;
  private final float[] solution;

  NeighborSystem(Task task) {
    int longest = task.longestRow();
    int most = Math.min(task.neighbors(), longest);
    this.task = task;
    this.nearness = new float[longest];
    this.selection = new Selection(longest);
    this.places = new int[task.scales().length];
    this.matrix = new float[most * most];
    this.solution = new float[most];
    Arrays.fill(places, NONE);
  }

  /**
   * What is to be solved.
   *
   * @param common what products have in common: {@code c_ij · s_j}, as far as it was kept
   * @param neighbors how many neighbours a product has at most
   * @param popularity what each product has in common with itself
   * @param scales by what the interests in each are multiplied: {@code s}
   * @param rarities by what an entry of a column is multiplied, to tell how near it is
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Task(
      SparseMatrix common,
      int neighbors,
      Regularization regularization,
      double[] popularity,
      double[] scales,
      float[] rarities) {

    static Task of(
        SparseMatrix common, int neighbors, Regularization regularization, double[] popularity) {
      double[] scales = regularization.scales(popularity);
      float[] rarities = new float[popularity.length];
      for (int product = 0; product < rarities.length; product++) {
        if (popularity[product] > 0) {
          rarities[product] = (float) (Math.pow(popularity[product], -RARITY) / scales[product]);
        }
      }
      return new Task(common, neighbors, regularization, popularity, scales, rarities);
    }

    private int longestRow() {
      int longest = 0;
      for (int row = 0; row < common.height(); row++) {
        longest = Math.max(longest, common.starts()[row + 1] - common.starts()[row]);
      }
      return longest;
    }
  }

  /**
   * Solves for the weights of a product's neighbours, and writes both from {@code at} on.
   *
   * @return how many neighbours there are
   */
  int solve(int product, int[] neighbors, float[] weights, int at) {
    int size = findNearest(product, neighbors, at);
    for (int i = 0; i < size; i++) {
      places[neighbors[at + i]] = i;
    }
    gather(neighbors, at, size);
    for (int i = 0; i < size; i++) {
      places[neighbors[at + i]] = NONE;
    }
    FloatCholesky.decompose(matrix, size, size, (float) task.regularization().lambda());
    FloatCholesky.solve(matrix, size, size, solution, 0);
    for (int i = 0; i < size; i++) {
      weights[at + i] = (float) (task.scales()[neighbors[at + i]] * solution[i]);
    }
    return size;
  }

  /** Writes the upper half of what the neighbours have in common, scaled and regularised. */
  private void gather(int[] neighbors, int at, int size) {
    SparseMatrix common = task.common();
    Arrays.fill(matrix, 0, size * size, 0);
    for (int i = 0; i < size; i++) {
      int neighbor = neighbors[at + i];
      double scale = task.scales()[neighbor];
      for (int e = common.starts()[neighbor]; e < common.starts()[neighbor + 1]; e++) {
        int j = places[common.columns()[e]];
        if (j != NONE) {
          // One of the two may have kept the pair and the other not.
          matrix[Math.min(i, j) * size + Math.max(i, j)] = (float) (scale * common.values()[e]);
        }
      }
      double own = task.popularity()[neighbor] * scale * scale;
      matrix[i * size + i] = (float) (own + task.regularization().added(own));
    }
  }

  /**
   * Writes the nearest from {@code at} on, of equally near ones those that come first, and what the
   * product has in common with them.
   */
  private int findNearest(int product, int[] neighbors, int at) {
    SparseMatrix common = task.common();
    int start = common.starts()[product];
    int count = common.starts()[product + 1] - start;
    int size = Math.min(task.neighbors(), count);
    if (size == 0) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      nearness[i] = common.values()[start + i] * task.rarities()[common.columns()[start + i]];
    }
    float least = selection.largest(nearness, count, size);
    int ties = size;
    for (int i = 0; i < count; i++) {
      ties -= nearness[i] > least ? 1 : 0;
    }
    int found = 0;
    for (int i = 0; found < size; i++) {
      boolean tie = nearness[i] == least && ties-- > 0;
      if (nearness[i] > least || tie) {
        neighbors[at + found] = common.columns()[start + i];
        solution[found++] = (float) (common.values()[start + i] * task.scales()[product]);
      }
    }
    return size;
  }
}
