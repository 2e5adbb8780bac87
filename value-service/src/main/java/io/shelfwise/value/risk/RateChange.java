package io.shelfwise.value.risk;

import org.hipparchus.special.Beta;

/**
 * How many events there were now and before, and what that says of their rate.
 *
 * <p>If the rate did not change, each of all events fell into one of the two times by their
 * lengths: given their sum, those of now are binomial. That compares two Poisson counts exactly,
 * and takes into account that the rate before is known from a few events only.
 *
 * @param now events in the time that is looked at
 * @param nowDays its length
 * @param before events before
 * @param beforeDays the length of that time
 * @see <a href="https://doi.org/10.1093/biomet/31.3-4.313">Przyborowski, Wilenski 1940: Homogeneity
 *     of Results in Testing Samples from Poisson Series</a>
 */
record RateChange(int now, int nowDays, int before, int beforeDays) {
  RateChange {
    if (now < 0 || before < 0) {
      throw new IllegalArgumentException(
          "now, before: " + now + ", " + before + " (expected: >= 0)");
    }
    if (nowDays < 1 || beforeDays < 1) {
      throw new IllegalArgumentException(
          "nowDays, beforeDays: " + nowDays + ", " + beforeDays + " (expected: >= 1)");
    }
  }

  /** How many there would be now at the pace of before. */
  double expected() {
    return (double) before * nowDays / beforeDays;
  }

  /** The probability of as many now as there were, or more, if the rate did not change. */
  double probabilityOfSoMany() {
    return now == 0 ? 1 : Beta.regularizedBeta(share(), now, before + 1.0);
  }

  /** The probability of as few now as there were, or fewer, if the rate did not change. */
  double probabilityOfSoFew() {
    return before == 0 ? 1 : Beta.regularizedBeta(1 - share(), before, now + 1.0);
  }

  private double share() {
    return (double) nowDays / (nowDays + beforeDays);
  }

  /** The same with another number now. */
  RateChange with(int otherNow) {
    return new RateChange(otherNow, nowDays, before, beforeDays);
  }
}
