package io.shelfwise.value.risk;

import java.util.Arrays;
import java.util.Optional;

/**
 * Up to where numbers are ordinary, as others of their kind show. Amounts and rates differ by
 * factors rather than by steps, so all is reckoned with their logarithms; numbers are more than 0.
 *
 * @param low where the ordinary begins
 * @param middle its middle
 * @param high where it ends
 * @param border beyond which a number is out of the ordinary
 */
record Fence(double low, double middle, double high, double border) {
  /** What makes the median deviation of a normal distribution its standard deviation. */
  private static final double NORMAL = 1.4826;

  Fence {
    if (!(low <= middle && middle <= high && middle < border)) {
      throw new IllegalArgumentException(
          "low, middle, high, border: %s, %s, %s, %s (expected: in this order)"
              .formatted(low, middle, high, border));
    }
  }

  /** Tukey's fence: so many times the distance of the quartiles above the upper one. */
  static Optional<Fence> ofQuartiles(double[] numbers, double times) {
    double[] logs = logs(numbers);
    double low = quantile(logs, 0.25);
    double high = quantile(logs, 0.75);
    return of(low, quantile(logs, 0.5), high, high + times * (high - low));
  }

  /** So many standard deviations above the mean. */
  static Optional<Fence> ofDeviation(double[] numbers, double times) {
    double[] logs = logs(numbers);
    double mean = Arrays.stream(logs).average().orElse(0);
    double variance = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return around(mean, Math.sqrt(variance), times);
  }

  /** The same by the median and the median deviation from it, which outliers do not move. */
  static Optional<Fence> ofMedianDeviation(double[] numbers, double times) {
    double[] logs = logs(numbers);
    double median = quantile(logs, 0.5);
    double[] deviations = Arrays.stream(logs).map(x -> Math.abs(x - median)).sorted().toArray();
    return around(median, NORMAL * quantile(deviations, 0.5), times);
  }

  private static Optional<Fence> around(double middle, double spread, double times) {
    return of(middle - spread, middle, middle + spread, middle + times * spread);
  }

  /** Numbers that are all the same, or nearly all of them, say nothing of what is unusual. */
  private static Optional<Fence> of(double low, double middle, double high, double border) {
    double least = Math.ulp(Math.abs(middle) + 1) * 1e3;
    return high - low > least
        ? Optional.of(new Fence(Math.exp(low), Math.exp(middle), Math.exp(high), Math.exp(border)))
        : Optional.empty();
  }

  private static double[] logs(double[] numbers) {
    return Arrays.stream(numbers).map(Math::log).sorted().toArray();
  }

  /** Between the two numbers next to it, in proportion. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** This fence, but not nearer to the middle than a factor. */
  Fence atLeast(double factor) {
    return new Fence(low, middle, high, Math.max(border, factor * middle));
  }

  /** How many times as far from the middle as the border a number is. */
  double severity(double number) {
    return Math.log(number / middle) / Math.log(border / middle);
  }
}
