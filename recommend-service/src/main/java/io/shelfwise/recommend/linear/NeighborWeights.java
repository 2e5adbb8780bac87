package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.algebra.Pieces;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.pairs.PairBounds;
import io.shelfwise.recommend.pairs.SharedCustomers;
import java.util.Arrays;

/**
 * The weights of each product's neighbours for it: what {@link ExactWeights} finds for all, where
 * they would be too many.
 *
 * <p>A column {@code j} of the weights is that of least squared error, {@code (X_Nᵀ X_N + Λ_N) b =
 * X_Nᵀ x_j}, among those that are 0 but for the {@code m} products {@code N} that are nearest to
 * {@code j}. It belongs to the column of the inverse that comes nearest to the true one on this
 * pattern, in the norm of the matrix itself.
 *
 * <p>What products have in common is added up once for all, customer by customer, and of each
 * product the entries of the largest amount are kept, several times {@code m} of them; what is left
 * out counts as nothing. Then each product is solved for by itself: the time grows with the
 * interests, times how many a customer has, and with the number of products and the cube of {@code
 * m}. No matrix of all products by all products is ever made.
 *
 * @see <a href="https://doi.org/10.1145/3604915.3608827">Spišák et al. (2023), Scalable approximate
 *     nonsymmetric autoencoder for collaborative filtering</a>
 * @see <a href="https://doi.org/10.1109/ICDM.2011.134">Ning and Karypis (2011), SLIM: sparse linear
 *     methods for top-n recommender systems</a>
 */
final class NeighborWeights {
  /** How many products are learned between two reports of progress. */
  private static final int STEP = 1000;

  /**
   * How many pairs of products are kept, 8 bytes each, as far as there are at least twice as many
   * for each product as it has neighbours.
   */
  private static final int MOST_PAIRS = 40_000_000;

  private final NeighborSystem.Task task;
  private final int count;

  /**
   * How many neighbours each product has, and who: product after product, {@code m} places each.
   */
  private final int[] sizes;

  private final int[] neighbors;
  private final float[] weights;

  private NeighborWeights(NeighborSystem.Task task) {
    this.task = task;
    this.count = task.common().height();
    this.sizes = new int[count];
    this.neighbors = new int[Math.multiplyExact(count, task.neighbors())];
    this.weights = new float[neighbors.length];
  }

  /**
   * Learns the weights.
   *
   * @param neighborCount how many neighbours a product has at most
   * @param leastCustomers how many customers a product and its neighbour have in common at least
   * @param kept how many weights are kept for each product
   */
  static SparseMatrix learn(
      LearnedProducts products,
      int neighborCount,
      int leastCustomers,
      Regularization regularization,
      int kept,
      Watch watch) {
    double[] popularity = products.popularity();
    double[] scales = regularization.scales(popularity);
    SparseMatrix common =
        new SharedCustomers(
                products.byCustomer(),
                products.byCustomer(),
                new PairBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, leastCustomers))
            .best(
                Math.max(
                    Math.multiplyExact(2, neighborCount),
                    MOST_PAIRS / Math.max(1, popularity.length)),
                (product, other, together, dot) -> dot * scales[other],
                watch.step(0, 2));
    NeighborWeights all =
        new NeighborWeights(
            NeighborSystem.Task.of(common, neighborCount, regularization, popularity));
    all.solve(watch.step(1, 2));
    return StrongestWeights.of(all.bySource(), Regularization.units(scales), kept);
  }

  private void solve(Watch watch) {
    for (int from = 0; from < count; from += STEP) {
      watch.progress(from / (double) count);
      int first = from;
      Pieces.forEach(
          Math.min(STEP, count - first),
          () -> {
            NeighborSystem system = new NeighborSystem(task);
            return piece -> {
              watch.check();
              solve(first + piece, system);
            };
          });
    }
  }

  private void solve(int product, NeighborSystem system) {
    int at = product * task.neighbors();
    sizes[product] = system.solve(product, neighbors, weights, at);
  }

  /** The same weights, those of one neighbour after those of another. */
  private SparseMatrix bySource() {
    int[] starts = new int[count + 1];
    for (int product = 0; product < count; product++) {
      int at = product * task.neighbors();
      for (int e = at; e < at + sizes[product]; e++) {
        starts[neighbors[e] + 1]++;
      }
    }
    for (int product = 0; product < count; product++) {
      starts[product + 1] += starts[product];
    }
    int[] next = Arrays.copyOf(starts, count);
    int[] columns = new int[starts[count]];
    float[] values = new float[starts[count]];
    for (int product = 0; product < count; product++) {
      int at = product * task.neighbors();
      for (int e = at; e < at + sizes[product]; e++) {
        int place = next[neighbors[e]]++;
        columns[place] = product;
        values[place] = weights[e];
      }
    }
    return new SparseMatrix(count, starts, columns, values);
  }
}
