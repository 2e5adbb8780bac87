package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.algebra.SymmetricInverse;
import io.shelfwise.recommend.algebra.SymmetricMatrix;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of all products for all, of which the strongest are kept.
 *
 * <p>With the interests {@code X}, customers by products, whose columns were multiplied by {@code
 * s_j = popularity_j^(−a)}, and {@code P = (Xᵀ X + Λ)⁻¹}, the weights
 *
 * <pre>
 *   B = I − P · diag(1 / P_jj)
 * </pre>
 *
 * have the least squared error {@code |X − X B|² + Σ Λ_ii B_ij²} of all that have no product
 * foretell itself. A history is scaled as X was, the scores are not scaled back: {@code w_ij = s_i
 * · B_ij}.
 *
 * @see <a href="https://doi.org/10.1145/3308558.3313710">Steck (2019), Embarrassingly shallow
 *     autoencoders for sparse data</a>
 */
final class ExactWeights {
  /** How many rows are looked through in one go. */
  private static final int ROWS = 32;

  private final LearnedProducts products;
  private final Regularization regularization;
  private final int leastCustomers;
  private final PairSet shared;
  private final double[] scales;
  private final Watch watch;

  private ExactWeights(
      LearnedProducts products, AutoencoderTrainer.Settings settings, Watch watch) {
    this.products = products;
    this.regularization = settings.regularization();
    this.leastCustomers = settings.leastCustomers();
    this.shared = new PairSet(products.count());
    this.scales = regularization.scales(products.popularity());
    this.watch = watch;
  }

  /** Learns the weights. */
  static SparseMatrix learn(
      LearnedProducts products, AutoencoderTrainer.Settings settings, Watch watch) {
    SymmetricInverse.prepare();
    ExactWeights exact = new ExactWeights(products, settings, watch);
    SymmetricMatrix matrix = exact.common();
    SymmetricInverse.invert(
        matrix,
        part -> {
          watch.check();
          watch.progress(0.1 + 0.8 * part);
        });
    return exact.strongest(matrix, settings.kept());
  }

  /** What the products have in common, regularised: {@code Xᵀ X + Λ}. */
  private SymmetricMatrix common() {
    SymmetricMatrix matrix = new SymmetricMatrix(products.count());
    IntStream.range(0, products.count())
        .parallel()
        .forEach(
            product -> {
              watch.check();
              addUp(product, matrix.values(), product * matrix.side());
              scale(product, matrix.values(), product * matrix.side());
            });
    return matrix;
  }

  /** Adds up what a product has in common with itself and those before it. */
  private void addUp(int product, float[] sums, int at) {
    SparseMatrix byProduct = products.byProduct();
    SparseMatrix byCustomer = products.byCustomer();
    int[] others = byCustomer.columns();
    float[] interests = byCustomer.values();
    int[] customers = new int[product + 1];
    for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
      int customer = byProduct.columns()[e];
      float interest = byProduct.values()[e];
      int end = byCustomer.starts()[customer + 1];
      for (int f = byCustomer.starts()[customer]; f < end && others[f] <= product; f++) {
        sums[at + others[f]] += interest * interests[f];
        customers[others[f]]++;
      }
    }
    for (int other = 0; other < product; other++) {
      if (customers[other] >= leastCustomers) {
        shared.add(product, other);
      }
    }
  }

  private void scale(int product, float[] sums, int at) {
    for (int other = 0; other <= product; other++) {
      sums[at + other] *= (float) (scales[product] * scales[other]);
    }
    sums[at + product] += (float) regularization.added(sums[at + product]);
  }

  /** The strongest weights of each product, from the inverse. */
  private SparseMatrix strongest(SymmetricMatrix inverse, int kept) {
    int order = inverse.order();
    int length = Math.max(0, Math.min(kept, order - 1));
    int[] starts = new int[order + 1];
    Arrays.setAll(starts, product -> product * length);
    int[] columns = new int[order * length];
    float[] values = new float[order * length];
    float[] ofColumn = new float[order];
    for (int product = 0; product < order; product++) {
      ofColumn[product] = -1 / inverse.get(product, product);
    }
    float[] units = Regularization.units(scales);
    IntStream.range(0, (order + ROWS - 1) / ROWS)
        .parallel()
        .forEach(
            block -> {
              watch.check();
              int[] others = new int[order];
              float[] weights = new float[order];
              StrongestWeights strongest = new StrongestWeights(units, order);
              int end = Math.min(order, (block + 1) * ROWS);
              for (int product = block * ROWS; product < end; product++) {
                int count = weigh(inverse, product, ofColumn, others, weights);
                strongest.keep(others, weights, count, length, columns, values, starts[product]);
              }
            });
    return new SparseMatrix(order, starts, columns, values);
  }

  /**
   * The weights of a product for all others: how many there are. Where too few customers are
   * interested in both, the product does not speak for the other; it may speak against it.
   */
  private int weigh(
      SymmetricMatrix inverse, int product, float[] ofColumn, int[] others, float[] weights) {
    int row = product * inverse.side();
    float scale = (float) scales[product];
    int count = 0;
    for (int other = 0; other < ofColumn.length; other++) {
      if (other != product) {
        others[count] = other;
        float weight = scale * inverse.values()[row + other] * ofColumn[other];
        weights[count++] = weight <= 0 || shared.contains(product, other) ? weight : 0;
      }
    }
    return count;
  }
}
