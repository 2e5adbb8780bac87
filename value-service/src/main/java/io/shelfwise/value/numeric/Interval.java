package io.shelfwise.value.numeric;

import java.util.Arrays;

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

  /** The central interval of equally likely values: as many lie below it as above. */
  public static Interval of(double[] values, double level) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double tail = (1 - level) / 2;
    return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), level);
  }

  /** Between two values in proportion, so that a quantile moves steadily with its probability. */
  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
