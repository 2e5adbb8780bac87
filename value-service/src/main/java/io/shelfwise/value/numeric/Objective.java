package io.shelfwise.value.numeric;

/** A function of several variables that is to be made small, with its gradient. */
@FunctionalInterface
public interface Objective {
  /**
   * The function's value at a point.
   *
   * @param point where
   * @param gradient takes the partial derivatives at that point
   */
  double at(double[] point, double[] gradient);
}
