package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.FloatCholesky;
import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * Solves for rows exactly: forms each row's matrix {@code W} (see {@link HalfStep}) and takes it
 * apart by Cholesky. The cost of a row grows with the square of the factors for each entry, and
 * with their cube besides.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.22">Hu, Koren, Volinsky (2008), Collaborative
 *     filtering for implicit feedback datasets</a>
 */
final class ExactRows {
  /** How many entries are added to the matrix at once. */
  private static final int BLOCK = 64;

  private final HalfStep half;
  private final int stride;
  private final float[] matrix;
  private final float[] factors;
  private final float[] weighted;

  /** With room for one thread. */
  ExactRows(HalfStep half) {
    this.half = half;
    this.stride = half.fixed().stride();
    this.matrix = new float[stride * stride];
    this.factors = new float[BLOCK * stride];
    this.weighted = new float[BLOCK * stride];
  }

  /** Solves for the rows of a block. */
  void solve(Side.Block block) {
    for (int i = block.from(); i < block.to(); i++) {
      solve(half.side().order()[i]);
    }
  }

  private void solve(int row) {
    float[] solution = half.solved().values();
    int at = half.solved().start(row);
    System.arraycopy(half.gramian(), 0, matrix, 0, matrix.length);
    for (int k = 0; k < stride; k++) {
      matrix[k * stride + k] += half.side().penalties()[row];
      solution[at + k] = 0;
    }
    SparseMatrix observed = half.side().observed();
    int to = observed.starts()[row + 1];
    for (int from = observed.starts()[row]; from < to; from += BLOCK) {
      add(from, Math.min(to, from + BLOCK), solution, at);
    }
    FloatCholesky.decompose(matrix, stride, stride);
    FloatCholesky.solve(matrix, stride, stride, solution, at);
  }

  /** Adds entries to the matrix, and to the right-hand side at {@code at}. */
  private void add(int from, int to, float[] right, int at) {
    SparseMatrix observed = half.side().observed();
    Feedback feedback = half.side().feedback();
    for (int e = from; e < to; e++) {
      int start = half.fixed().start(observed.columns()[e]);
      int place = (e - from) * stride;
      float weight = feedback.weight(observed.values()[e]);
      System.arraycopy(half.fixed().values(), start, factors, place, stride);
      for (int k = 0; k < stride; k++) {
        weighted[place + k] = weight * factors[place + k];
      }
      Floats.addScaled(feedback.target(observed.values()[e]), weighted, place, right, at, stride);
    }
    Floats.addProduct(
        new Floats.View(factors, 0, 1, stride),
        weighted,
        0,
        stride,
        new Floats.Target(matrix, 0, stride, stride, stride),
        to - from);
  }
}
