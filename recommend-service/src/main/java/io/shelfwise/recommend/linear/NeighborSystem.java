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
  private final int[] candidates;
  private final float[] nearness;
  private final Selection selection;
  private final float[] matrix;
  private final float[] solution;

  NeighborSystem(Task task) {
    LearnedProducts products = task.products();
    this.task = task;
    this.common = new CommonInterests(products.byCustomer());
    this.overlaps = new Overlaps(products.byProduct());
    this.candidates = new int[products.count()];
    this.nearness = new float[products.count()];
    this.selection = new Selection(products.count());
    this.matrix = new float[task.limits().neighbors() * task.limits().neighbors()];
    this.solution = new float[task.limits().neighbors()];
  }

  /**
   * What is to be solved.
   *
   * @param products all products
   * @param samples parts of their customers
   * @param limits how many customers and neighbours to look at
   * @param scales by what the interests in each are multiplied
   * @param rarities the same for finding neighbours
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Task(
      LearnedProducts products,
      CustomerSamples samples,
      Limits limits,
      Regularization regularization,
      double[] scales,
      float[] rarities) {

    static Task of(LearnedProducts products, Limits limits, Regularization regularization) {
      double[] popularity = products.popularity();
      float[] rarities = new float[popularity.length];
      for (int product = 0; product < rarities.length; product++) {
        rarities[product] = (float) Math.pow(Math.max(popularity[product], 1e-9), -RARITY);
      }
      return new Task(
          products,
          CustomerSamples.of(products.byProduct(), limits.customers()),
          limits,
          regularization,
          regularization.scales(popularity),
          rarities);
    }
  }

  /**
   * How much is looked at.
   *
   * @param neighbors how many neighbours a product has at most
   * @param customers how many customers of a product are asked, about, where it has more
   * @param leastCustomers how many customers a product and its neighbour have in common at least
   */
  record Limits(int neighbors, int customers, int leastCustomers) {}

  /**
   * Solves for the weights of a product's neighbours, and writes both from {@code at} on.
   *
   * @return how many neighbours there are
   */
  int solve(int product, int[] neighbors, float[] weights, int at) {
    int most = task.limits().customers();
    CustomerSamples.Sample own = task.samples().ofAtMost(popularity(product), most);
    common.of(product, own);
    int size = findNearest(product, neighbors, at);
    long interests = 0;
    for (int i = 0; i < size; i++) {
      interests += popularity(neighbors[at + i]);
    }
    CustomerSamples.Sample others = task.samples().ofAtMost(interests, (long) size * most);
    overlaps.write(product, own, others, neighbors, at, size, matrix);
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

  /** How many customers a product has. */
  private int popularity(int product) {
    int[] starts = task.products().byProduct().starts();
    return starts[product + 1] - starts[product];
  }

  /** Writes the nearest from {@code at} on; of equally near ones, those that were met first. */
  private int findNearest(int product, int[] neighbors, int at) {
    int count = 0;
    for (int i = 0; i < common.count(); i++) {
      int other = common.other(i);
      if (other != product && common.customers(other) >= task.limits().leastCustomers()) {
        candidates[count] = other;
        nearness[count++] = common.with(other) * task.rarities()[other];
      }
    }
    int size = Math.min(task.limits().neighbors(), count);
    if (size == 0) {
      return 0;
    }
    float least = selection.largest(nearness, count, size);
    int to = at;
    for (int i = 0; i < count; i++) {
      if (nearness[i] > least) {
        neighbors[to++] = candidates[i];
      }
    }
    for (int i = 0; to < at + size; i++) {
      if (nearness[i] == least) {
        neighbors[to++] = candidates[i];
      }
    }
    return size;
  }
}
