package io.shelfwise.value.numeric;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How a function bends: its second derivatives, by differences of the gradient.
 *
 * <p>With steps of h and 2h to both sides these err by h⁴/30 times a sixth derivative and by the
 * gradient's rounding over h; for variables of the order of one, h = 10⁻³ leaves about ten digits.
 * Where variables are hard to tell apart, the inverse loses half of them.
 */
final class Curvature {
  private static final double STEP = 1e-3;

  private Curvature() {}

  /** The second derivatives at a point. */
  static double[][] at(Objective objective, double[] point) {
    int n = point.length;
    double[][] slopes = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] near = change(objective, point, i, STEP);
      double[] far = change(objective, point, i, 2 * STEP);
      for (int j = 0; j < n; j++) {
        slopes[i][j] = (8 * near[j] - far[j]) / (12 * STEP);
      }
    }
    return symmetric(slopes);
  }

  /** What the gradient changes by from a step below to a step above. */
  private static double[] change(Objective objective, double[] point, int i, double step) {
    double[] moved = point.clone();
    double[] above = new double[point.length];
    double[] below = new double[point.length];
    moved[i] = point[i] + step;
    objective.at(moved, above);
    moved[i] = point[i] - step;
    objective.at(moved, below);
    return IntStream.range(0, above.length).mapToDouble(j -> above[j] - below[j]).toArray();
  }

  /**
   * The inverse of some rows and columns of a curvature, and zero for the others. Empty where the
   * function does not curve upwards in all of these directions.
   */
  static Optional<double[][]> inverse(double[][] curvature, boolean[] chosen) {
    int[] places = IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
    double[][] inverse = new double[chosen.length][chosen.length];
    if (places.length == 0) {
      return Optional.of(inverse);
    }
    try {
      RealMatrix solved =
          new CholeskyDecomposition(
                  MatrixUtils.createRealMatrix(curvature).getSubMatrix(places, places))
              .getSolver()
              .getInverse();
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < places.length; j++) {
          inverse[places[i]][places[j]] = solved.getEntry(i, j);
        }
      }
      return Optional.of(symmetric(inverse));
    } catch (MathRuntimeException notPositiveDefinite) {
      return Optional.empty();
    }
  }

  private static double[][] symmetric(double[][] matrix) {
    int n = matrix.length;
    double[][] symmetric = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
      }
    }
    return symmetric;
  }
}
