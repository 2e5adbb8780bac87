package io.shelfwise.value.numeric;

/**
 * Where a function was found to be lowest.
 *
 * <p>A coordinate that lies on the search box's border is a finding of its own: the function goes
 * on falling outwards, so the data do not bound that coordinate.
 */
public final class Minimum {
  private final double[] point;
  private final double value;
  private final double bound;
  private final boolean converged;

  Minimum(double[] point, double value, double bound, boolean converged) {
    this.point = point.clone();
    this.value = value;
    this.bound = bound;
    this.converged = converged;
  }

  /** The point. */
  public double[] point() {
    return point.clone();
  }

  /** Whether a coordinate lies on the border of the box. */
  public boolean isAtBound(int i) {
    return Math.abs(point[i]) >= bound;
  }

  /** The function's value there. */
  public double value() {
    return value;
  }

  /** Whether the gradient vanishes there, save where it points out of the box. */
  public boolean converged() {
    return converged;
  }
}
