package io.shelfwise.value.numeric;

/**
 * Mean and standard deviation of some numbers.
 *
 * @param mean the mean
 * @param deviation more than 0: of equal numbers it is taken to be 1, so that each becomes 0
 */
public record Spread(double mean, double deviation) {
  /** Those of some numbers, at least one. */
  public static Spread of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    return new Spread(mean, deviation > 0 ? deviation : 1);
  }

  /** A number as so many deviations from the mean. */
  public double standardized(double value) {
    return (value - mean) / deviation;
  }

  /** The number that is so many deviations from the mean. */
  public double original(double standardized) {
    return mean + deviation * standardized;
  }
}
