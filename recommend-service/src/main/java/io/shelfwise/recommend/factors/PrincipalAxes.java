package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.FloatCholesky;
import io.shelfwise.recommend.algebra.Floats;

/**
 * Finds the axes of a Gramian: turned to them, it is diagonal. Inner products of factors that are
 * turned stay as they are, and a system of equations with the Gramian and a few rows besides
 * becomes as small as those rows.
 *
 * <p>With the Gramian {@code UᵀU} by Cholesky, pairs of columns of {@code U} are turned until all
 * are at right angles; a few rounds over all pairs will do.
 *
 * @see <a href="https://doi.org/10.1137/0613074">Demmel and Veselić (1992), Jacobi's method is more
 *     accurate than QR</a>
 */
final class PrincipalAxes {
  private static final int MOST_ROUNDS = 20;

  /** A cosine that counts as a right angle. */
  private static final float RIGHT = 1e-6f;

  /** What keeps the least axis away from 0, as a part of the mean. */
  private static final double LEAST = 1e-6;

  private PrincipalAxes() {}

  /** The axes of a Gramian, one a row. */
  static float[] of(float[] gramian, int size) {
    float[] columns = columns(gramian, size);
    float[] axes = new float[size * size];
    for (int i = 0; i < size; i++) {
      axes[i * size + i] = 1;
    }
    boolean turned = true;
    for (int round = 0; turned && round < MOST_ROUNDS; round++) {
      turned = false;
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          turned |= turn(columns, axes, i * size, j * size, size);
        }
      }
    }
    return axes;
  }

  /** The columns of {@code U}, as rows. */
  private static float[] columns(float[] gramian, int size) {
    float[] root = gramian.clone();
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += gramian[i * size + i];
    }
    float least = (float) Math.max(LEAST * trace / size, Float.MIN_NORMAL);
    for (int i = 0; i < size; i++) {
      root[i * size + i] += least;
    }
    FloatCholesky.decompose(root, size, size);
    float[] columns = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        columns[j * size + i] = root[i * size + j];
      }
    }
    return columns;
  }

  /** Turns two columns to a right angle; false if they are at one. */
  private static boolean turn(float[] columns, float[] axes, int i, int j, int size) {
    double both = Floats.dot(columns, i, columns, j, size);
    double ofI = Floats.dot(columns, i, columns, i, size);
    double ofJ = Floats.dot(columns, j, columns, j, size);
    if (Math.abs(both) <= RIGHT * Math.sqrt(ofI * ofJ)) {
      return false;
    }
    double ratio = (ofJ - ofI) / (2 * both);
    double tangent = Math.copySign(1 / (Math.abs(ratio) + Math.hypot(ratio, 1)), ratio);
    float cosine = (float) (1 / Math.hypot(tangent, 1));
    float sine = (float) (tangent * cosine);
    Floats.rotate(columns, i, columns, j, cosine, sine, size);
    Floats.rotate(axes, i, axes, j, cosine, sine, size);
    return true;
  }
}
