package io.shelfwise.value.numeric;

/**
 * Where a likelihood is highest.
 *
 * @param estimates the parameters
 * @param logLikelihood its logarithm there
 * @param minimum the place, as the search knows it
 */
public record LikelihoodMaximum(Estimates estimates, double logLikelihood, Minimum minimum) {
  /** Whether a parameter lies on the border of what was searched. */
  public boolean isAtBound(int i) {
    return minimum.isAtBound(i);
  }
}
