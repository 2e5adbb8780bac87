package io.shelfwise.recommend.algebra;

/**
 * Takes small symmetric positive definite matrices apart into {@code UᵀU}, {@code U} upper
 * triangular, and solves with them. In single precision: for matrices that regularisation keeps far
 * from singular. Element {@code (i, j)} of a matrix stands at {@code i · stride + j}.
 */
public final class FloatCholesky {
  private FloatCholesky() {}

  /** Puts {@code U} in place of the upper half of a matrix; what lies below is of no account. */
  public static void decompose(float[] matrix, int size, int stride) {
    decompose(matrix, size, stride, 0);
  }

  /**
   * The same for a matrix that is known but in part: where what is missing would make a pivot less
   * than it can be, it is raised to that.
   *
   * @param least the least that a pivot of the whole matrix can be: its smallest eigenvalue at
   *     least
   */
  public static void decompose(float[] matrix, int size, int stride, float least) {
    for (int k = 0; k < size; k++) {
      int row = k * stride;
      matrix[row + k] = Math.max(least, matrix[row + k]);
      float scale = (float) (1 / Math.sqrt(matrix[row + k]));
      for (int j = k; j < size; j++) {
        matrix[row + j] *= scale;
      }
      for (int i = k + 1; i < size; i++) {
        Floats.addScaled(-matrix[row + i], matrix, row + i, matrix, i * stride + i, size - i);
      }
    }
  }

  /** Solves {@code UᵀU x = b}, and puts {@code x} in place of {@code b}. */
  public static void solve(float[] matrix, int size, int stride, float[] b, int start) {
    for (int k = 0; k < size; k++) {
      int row = k * stride;
      b[start + k] /= matrix[row + k];
      Floats.addScaled(-b[start + k], matrix, row + k + 1, b, start + k + 1, size - k - 1);
    }
    for (int k = size - 1; k >= 0; k--) {
      int row = k * stride;
      float known = Floats.dot(matrix, row + k + 1, b, start + k + 1, size - k - 1);
      b[start + k] = (b[start + k] - known) / matrix[row + k];
    }
  }

  /**
   * Solves {@code UᵀU X = B} for the {@code width} columns of {@code B}, and puts {@code X} in its
   * place; the stride of {@code B} is its width.
   */
  public static void solveRows(float[] matrix, int size, int stride, float[] b, int width) {
    for (int k = 0; k < size; k++) {
      scale(b, k * width, width, 1 / matrix[k * stride + k]);
      for (int i = k + 1; i < size; i++) {
        Floats.addScaled(-matrix[k * stride + i], b, k * width, b, i * width, width);
      }
    }
    for (int k = size - 1; k >= 0; k--) {
      for (int i = k + 1; i < size; i++) {
        Floats.addScaled(-matrix[k * stride + i], b, i * width, b, k * width, width);
      }
      scale(b, k * width, width, 1 / matrix[k * stride + k]);
    }
  }

  private static void scale(float[] values, int start, int length, float factor) {
    for (int k = start; k < start + length; k++) {
      values[k] *= factor;
    }
  }
}
