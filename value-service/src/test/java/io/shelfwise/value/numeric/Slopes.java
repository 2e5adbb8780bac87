package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds a gradient against the slope of what it is the gradient of. */
public final class Slopes {
  private Slopes() {}

  /** A partial derivative is what a small step there and back in its parameter changes. */
  public static void assertFollowed(Likelihood likelihood, double... at) {
    double[] gradient = new double[at.length];
    likelihood.at(at, gradient);
    for (int i = 0; i < at.length; i++) {
      double step = 1e-5 * at[i];
      double[] more = at.clone();
      more[i] += step;
      double[] less = at.clone();
      less[i] -= step;
      double slope = (likelihood.at(more) - likelihood.at(less)) / (2 * step);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * Math.abs(slope) + 1e-3));
    }
  }
}
