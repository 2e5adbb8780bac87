package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.algebra.Pieces;

/**
 * What makes conjugate gradients arrive in a step or two: the inverse of the matrix that is
 * expected for a row.
 *
 * <p>Of a row's matrix {@code W} (see {@link HalfStep}), the sum over the row's own entries is the
 * row's alone. Expected of it is that the row's weight is spread over the columns as all weight is:
 * {@code w H}, where {@code w} is the row's weight and {@code H = Σ_j w_j q_j q_jᵀ / Σ_j w_j} with
 * {@code w_j} the weight of column {@code j} in all rows. Rows of many entries come close to it by
 * the law of large numbers; in rows of few, the rest of {@code W} rules. Rows of one kind are of
 * about the same weight and share one.
 */
final class Preconditioner {
  private Preconditioner() {}

  /** Those for all kinds of rows. */
  static float[][] ofAll(HalfStep step) {
    Side side = step.side();
    float[] expected = Gramian.of(step.fixed(), side.columnWeights());
    float[][] inverses = new float[side.kinds().size()][];
    Pieces.forEach(
        inverses.length, () -> kind -> inverses[kind] = of(step, expected, side.kinds().get(kind)));
    return inverses;
  }

  private static float[] of(HalfStep step, float[] expected, Side.Kind kind) {
    int stride = step.fixed().stride();
    float[] matrix = step.gramian().clone();
    Floats.addScaled((float) kind.weight(), expected, 0, matrix, 0, matrix.length);
    for (int k = 0; k < stride; k++) {
      matrix[k * stride + k] += (float) kind.penalty();
    }
    invert(matrix, stride);
    return matrix;
  }

  /**
   * Puts its inverse in place of a symmetric positive definite matrix, by Gauss and Jordan; such
   * matrices need no pivoting.
   */
  static void invert(float[] matrix, int size) {
    for (int k = 0; k < size; k++) {
      int pivot = k * size;
      float inverse = 1 / matrix[pivot + k];
      matrix[pivot + k] = 1;
      for (int j = 0; j < size; j++) {
        matrix[pivot + j] *= inverse;
      }
      for (int i = 0; i < size; i++) {
        if (i != k) {
          float factor = matrix[i * size + k];
          matrix[i * size + k] = 0;
          Floats.addScaled(-factor, matrix, pivot, matrix, i * size, size);
        }
      }
    }
  }
}
