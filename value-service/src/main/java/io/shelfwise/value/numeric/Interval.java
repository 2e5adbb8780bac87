package io.shelfwise.value.numeric;

import org.hipparchus.special.Erf;

/**
 * Between which values something lies.
 *
 * @param low the lower end
 * @param high the upper end
 * @param level with which probability
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low, high: " + low + ", " + high + " (expected: low <= high)");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level: " + level + " (expected: between 0 and 1)");
    }
  }

  /** The central interval of what has a normal logarithm: e^(ln median ± z · deviation). */
  public static Interval aroundMedian(double median, double logVariance, double level) {
    double z = Math.sqrt(2) * Erf.erfInv(level);
    double factor = Math.exp(z * Math.sqrt(logVariance));
    return new Interval(median / factor, median * factor, level);
  }
}
