package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * How likely one comes from a product to another by way of a customer who likes both, with less for
 * what is reached from everywhere (RP3beta).
 *
 * <pre>
 * w_ij = Σ_u (x_ui / |i|)^α · (x_uj / |u|)^α / |j|^β
 * </pre>
 *
 * <p>{@code |i|} and {@code |u|} are the sums of the interests in a product and of a customer.
 *
 * @param alpha how much a likely step is preferred to an unlikely one, &gt; 0; 1: as likely as it
 *     is
 * @param beta how much it counts against a product to be liked by many, at least 0
 * @see <a href="https://doi.org/10.1145/2955101">Paudel et al. (2016), Updatable, accurate,
 *     diverse, and scalable recommendations for interactive applications</a>
 */
public record RandomWalk(double alpha, double beta) implements Likeness {
  public RandomWalk {
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("alpha: " + alpha + " (expected: > 0)");
    }
    if (!(beta >= 0)) {
      throw new IllegalArgumentException("beta: " + beta + " (expected: >= 0)");
    }
  }

  @Override
  public Comparison compare(SparseMatrix interests) {
    double[] sums = Sums.ofColumns(interests);
    double[] leaving = Sums.toPower(sums, -alpha);
    double[] arriving = Sums.toPower(sums, -beta);
    return new Comparison(
        steps(interests), (row, column, _, dot) -> leaving[row] * dot * arriving[column]);
  }

  /**
   * {@code y_ui = (x_ui / √|u|)^α}: of such a matrix, {@code Σ_u y_ui · y_uj} is what the sum over
   * customers is, apart from the two products.
   */
  private SparseMatrix steps(SparseMatrix interests) {
    int[] starts = interests.starts();
    double[] sums = Sums.ofRows(interests);
    float[] steps = new float[interests.entries()];
    for (int row = 0; row < sums.length; row++) {
      double root = Math.sqrt(sums[row]);
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        steps[e] = (float) Math.pow(interests.values()[e] / root, alpha);
      }
    }
    return new SparseMatrix(interests.width(), starts, interests.columns(), steps);
  }

  @Override
  public boolean keepsWhatSpeaksForEach() {
    return false;
  }
}
