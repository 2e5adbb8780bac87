package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.UnfitException;
import java.util.Arrays;

/** Refuses samples from which nothing can be learned. */
final class SampleCheck {
  private static final int LEAST_CUSTOMERS = 100;
  private static final int LEAST_SPENDERS = 20;

  private SampleCheck() {}

  static void requireEnough(RegressionSample sample) {
    if (sample.size() < LEAST_CUSTOMERS) {
      throw new UnfitException(
          "too few customers have a past and a future to learn from: %d (needed: %d)"
              .formatted(sample.size(), LEAST_CUSTOMERS));
    }
    long spenders = Arrays.stream(sample.targets()).filter(target -> target > 0).count();
    if (spenders < LEAST_SPENDERS) {
      throw new UnfitException(
          "too few customers came back within %d days: %d (needed: %d)"
              .formatted(sample.horizonDays(), spenders, LEAST_SPENDERS));
    }
  }
}
