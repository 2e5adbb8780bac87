package io.shelfwise.recommend.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure a mean over customers is: the mean of many samples of as many customers, drawn with
 * replacement. The 2.5 % and 97.5 % quantiles of those means are the bounds of the 95 % interval.
 *
 * @param samples how many samples are drawn
 * @param seed of the draws; the samples are the same for every recommender
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979), Bootstrap methods</a>
 */
public record Bootstrap(int samples, long seed) {
  private static final double TAIL = 0.025;

  public Bootstrap {
    if (samples < 100) {
      throw new IllegalArgumentException("samples: " + samples + " (expected: >= 100)");
    }
  }

  /** The bounds of an interval. */
  public record Interval(double low, double high) {}

  /** The interval of the mean of these values; those that are not a number are left out. */
  public Interval of(double[] values) {
    double[] told = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (told.length == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double[] means =
        IntStream.range(0, samples).parallel().mapToDouble(i -> mean(told, i)).sorted().toArray();
    return new Interval(
        means[(int) Math.floor(TAIL * (samples - 1))],
        means[(int) Math.ceil((1 - TAIL) * (samples - 1))]);
  }

  private double mean(double[] values, int sample) {
    SplittableRandom chance = new SplittableRandom(seed + sample);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[chance.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
