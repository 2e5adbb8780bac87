package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * How strongly factors can be kept small before nothing is left of them.
 *
 * <p>Near 0, where factors begin, the loss falls along a pair of singular vectors of the weights
 * only if their singular value exceeds {@code √(λ_u λ_i)}, what a customer and a product cost:
 * below that threshold all factors shrink away. The costs grow with the catalogue and the number of
 * customers, what customers are interested in does not. So the threshold is held to a part of where
 * chance ends: entries of the same weights, scattered at random, have singular values up to about
 *
 * <pre>
 * √(mean Σ w² of a row) + √(mean Σ w² of a column)
 * </pre>
 *
 * <p>As long as that part is less than a half, the threshold is below the largest singular value,
 * which is at least the larger of the two roots.
 *
 * @see <a href="https://doi.org/10.1137/S0895479887138216">Geman (1980), A limit theorem for the
 *     norm of random matrices</a>
 */
final class Threshold {
  /** Found on generated shops of 3,000 to 100,000 products; MovieLens 1M is just below it. */
  private static final double MOST = 0.4;

  private Threshold() {}

  /** The largest λ with which the threshold is not too high for these observations. */
  static double mostRegularization(SparseMatrix observed, FactorSettings settings) {
    int rows = 0;
    for (int row = 0; row < observed.height(); row++) {
      rows += observed.starts()[row + 1] > observed.starts()[row] ? 1 : 0;
    }
    boolean[] seen = new boolean[observed.width()];
    int columns = 0;
    double squares = 0;
    for (int e = 0; e < observed.entries(); e++) {
      double weight = settings.feedback().weight(observed.values()[e]);
      squares += weight * weight;
      columns += seen[observed.columns()[e]] ? 0 : 1;
      seen[observed.columns()[e]] = true;
    }
    double edge = Math.sqrt(squares / rows) + Math.sqrt(squares / columns);
    double ofRow = settings.cost(observed.entries() / (double) rows, columns);
    double ofColumn = settings.cost(observed.entries() / (double) columns, rows);
    return MOST * edge / Math.sqrt(ofRow * ofColumn);
  }
}
