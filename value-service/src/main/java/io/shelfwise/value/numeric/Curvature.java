package io.shelfwise.value.numeric;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How a function bends: its second derivatives, by central differences of the gradient.
 *
 * <p>With a step h the difference of two gradients errs by h² times a fourth derivative and by the
 * gradient's rounding over h; for variables of the order of one, h = 10⁻⁴ leaves about eight
 * digits.
 */
final class Curvature {
  private static final double STEP = 1e-4;

  private Curvature() {}

  /**
   * The inverse of the second derivatives by some of the variables, the others held; zero for the
   * others. Empty where the function does not curve upwards in all directions.
   */
  static Optional<double[][]> inverse(Objective objective, double[] point, boolean[] free) {
    int[] places = IntStream.range(0, point.length).filter(i -> free[i]).toArray();
    double[][] inverse = new double[point.length][point.length];
    if (places.length == 0) {
      return Optional.of(inverse);
    }
    try {
      RealMatrix solved =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(hessian(objective, point, places)))
              .getSolver()
              .getInverse();
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < places.length; j++) {
          inverse[places[i]][places[j]] = solved.getEntry(i, j);
        }
      }
      return Optional.of(inverse);
    } catch (MathRuntimeException notPositiveDefinite) {
      return Optional.empty();
    }
  }

  private static double[][] hessian(Objective objective, double[] point, int[] places) {
    int n = places.length;
    double[][] slopes = new double[n][n];
    double[] above = new double[point.length];
    double[] below = new double[point.length];
    for (int i = 0; i < n; i++) {
      double[] moved = point.clone();
      moved[places[i]] = point[places[i]] + STEP;
      objective.at(moved, above);
      moved[places[i]] = point[places[i]] - STEP;
      objective.at(moved, below);
      for (int j = 0; j < n; j++) {
        slopes[i][j] = (above[places[j]] - below[places[j]]) / (2 * STEP);
      }
    }
    double[][] symmetric = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric[i][j] = (slopes[i][j] + slopes[j][i]) / 2;
      }
    }
    return symmetric;
  }
}
