package io.shelfwise.value.numeric;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds a minimum by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, within a
 * box.
 *
 * <p>The inverse Hessian H is built up from gradients: with step s and gradient change y, H ← (I −
 * s yᵀ/yᵀs) H (I − y sᵀ/yᵀs) + s sᵀ/yᵀs. A coordinate that lies on the border and whose gradient
 * points out of the box rests until it no longer does; the others move on. Meant for a handful of
 * well-scaled variables, such as logarithms of parameters.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal, Wright: Numerical Optimization,
 *     chapters 6 and 16.7</a>
 */
public final class Bfgs {
  private static final int MOST_ITERATIONS = 500;
  private static final int MOST_HALVINGS = 40;

  /**
   * No coordinate moves further in one step: far from the minimum the quadratic picture misleads.
   */
  private static final double LONGEST_STEP = 2;

  /** Armijo's condition: a step must gain at least this part of what the slope promises. */
  private static final double SUFFICIENT = 1e-4;

  /**
   * A value is the sum of very many summands: changes below this part of it are rounding, and say
   * nothing.
   */
  private static final double ROUNDING = 1e-13;

  /** When rounding keeps the search from going on, a gradient this small is as good as none. */
  private static final double SMALL_ENOUGH = 1e-6;

  private final Objective objective;
  private final double bound;
  private final double tolerance;

  /**
   * A search.
   *
   * @param objective what to make small
   * @param bound every coordinate stays within [−bound, bound]
   * @param tolerance the largest partial derivative that counts as none
   */
  public Bfgs(Objective objective, double bound, double tolerance) {
    this.objective = objective;
    this.bound = bound;
    this.tolerance = tolerance;
  }

  /** The minimum that is reached from a point. */
  public Minimum from(double... start) {
    return from(start, Optional.empty());
  }

  /**
   * The minimum that is reached from a point.
   *
   * @param guess what the inverse of the second derivatives may be there, such as that of a similar
   *     function: it saves the steps in which they are found out
   */
  Minimum from(double[] start, Optional<double[][]> guess) {
    int n = start.length;
    double[] point = start.clone();
    double[] gradient = new double[n];
    double value = objective.at(point, gradient);
    double[] next = new double[n];
    double[] nextGradient = new double[n];
    double[][] inverse = new double[n][n];
    guess.ifPresent(known -> Arrays.setAll(inverse, i -> known[i].clone()));
    boolean fresh = guess.isEmpty();
    int resting = resting(point, gradient);
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double steepest = steepest(point, gradient);
      if (steepest <= tolerance) {
        return new Minimum(point, value, bound, true);
      }
      int nowResting = resting(point, gradient);
      if (fresh || nowResting != resting) {
        identity(inverse);
        fresh = true;
        resting = nowResting;
      }
      double[] direction = direction(inverse, gradient, resting);
      double nextValue = search(point, value, gradient, direction, next, nextGradient);
      if (Double.isNaN(nextValue)) {
        if (fresh) {
          return new Minimum(point, value, bound, steepest <= SMALL_ENOUGH);
        }
        fresh = true;
        continue;
      }
      update(inverse, point, next, gradient, nextGradient, fresh);
      fresh = false;
      value = nextValue;
      System.arraycopy(next, 0, point, 0, n);
      System.arraycopy(nextGradient, 0, gradient, 0, n);
    }
    return new Minimum(point, value, bound, false);
  }

  /**
   * Goes along the direction, half as far each time, until it gains enough; NaN if it never does.
   */
  private double search(
      double[] point,
      double value,
      double[] gradient,
      double[] direction,
      double[] next,
      double[] nextGradient) {
    double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
    double step = Math.min(1, LONGEST_STEP / longest);
    for (int halving = 0; halving < MOST_HALVINGS; halving++, step /= 2) {
      double promised = 0;
      boolean moved = false;
      for (int i = 0; i < point.length; i++) {
        next[i] = Math.clamp(point[i] + step * direction[i], -bound, bound);
        moved |= next[i] != point[i];
        promised += gradient[i] * (next[i] - point[i]);
      }
      if (!moved) {
        return Double.NaN;
      }
      double nextValue = objective.at(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * promised + ROUNDING * Math.abs(value)) {
        return nextValue;
      }
    }
    return Double.NaN;
  }

  private double[] direction(double[][] inverse, double[] gradient, int resting) {
    double[] direction = new double[gradient.length];
    double slope = 0;
    for (int i = 0; i < direction.length; i++) {
      if (rests(resting, i)) {
        continue;
      }
      for (int j = 0; j < direction.length; j++) {
        direction[i] -= rests(resting, j) ? 0 : inverse[i][j] * gradient[j];
      }
      slope += direction[i] * gradient[i];
    }
    if (slope < 0) {
      return direction;
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = rests(resting, i) ? 0 : -gradient[i];
    }
    return direction;
  }

  private static void update(
      double[][] inverse,
      double[] point,
      double[] next,
      double[] gradient,
      double[] nextGradient,
      boolean fresh) {
    int n = point.length;
    double[] s = new double[n];
    double[] y = new double[n];
    double sy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      s[i] = next[i] - point[i];
      y[i] = nextGradient[i] - gradient[i];
      sy += s[i] * y[i];
      yy += y[i] * y[i];
    }
    // Without curvature along the step there is nothing to learn from it.
    if (sy <= 0) {
      return;
    }
    if (fresh) {
      for (int i = 0; i < n; i++) {
        inverse[i][i] = sy / yy;
      }
    }
    double[] hy = new double[n];
    double yhy = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        hy[i] += inverse[i][j] * y[j];
      }
      yhy += y[i] * hy[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private double steepest(double[] point, double[] gradient) {
    int resting = resting(point, gradient);
    double steepest = 0;
    for (int i = 0; i < point.length; i++) {
      // The comparison is true of NaN too, which must not pass for a flat place.
      if (!rests(resting, i) && !(Math.abs(gradient[i]) <= steepest)) {
        steepest = Math.abs(gradient[i]);
      }
    }
    return steepest;
  }

  /** The coordinates on the border that would leave the box, one bit each. */
  private int resting(double[] point, double[] gradient) {
    int resting = 0;
    for (int i = 0; i < point.length; i++) {
      if ((point[i] >= bound && gradient[i] < 0) || (point[i] <= -bound && gradient[i] > 0)) {
        resting |= 1 << i;
      }
    }
    return resting;
  }

  private static boolean rests(int resting, int i) {
    return (resting & 1 << i) != 0;
  }

  private static void identity(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      Arrays.fill(matrix[i], 0);
      matrix[i][i] = 1;
    }
  }
}
