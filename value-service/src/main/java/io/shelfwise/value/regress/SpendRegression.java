package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.UnfitException;

/** A way to learn spend from features. The same sample gives the same regressor. */
public interface SpendRegression {
  /** What it is called, such as {@code random-forest}. */
  String name();

  /**
   * Learns.
   *
   * @throws UnfitException if the sample is too small, or nobody in it spent
   */
  SpendRegressor fit(RegressionSample sample);
}
