package io.shelfwise.standalone.shop.chance;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of random numbers, and the distributions that the shop is drawn from. Not for use by
 * several threads.
 */
public final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The stream of one thing.
   *
   * @param seed the shop's
   * @param purpose what is drawn, so that two purposes of one index are independent
   * @param index the thing's number
   */
  public static Chance of(long seed, String purpose, int index) {
    return new Chance(mix(mix(seed + purpose.hashCode() * 0x9E3779B97F4A7C15L) + index));
  }

  /** The finalizer of MurmurHash3: neighbouring seeds give unlike streams. */
  private static long mix(long z) {
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  /** Uniform in 0 (included) to 1 (excluded). */
  public double uniform() {
    return random.nextDouble();
  }

  /** Uniform in a range. */
  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Whether something of this probability happens. */
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** One of a list that is not empty, each as likely. */
  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** An index of {@code cumulative}, in proportion to its weight. */
  public int weighted(double[] cumulative) {
    return CumulativeWeights.find(
        cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double gaussian() {
    return random.nextGaussian();
  }

  /** Exponential with mean 1 / {@code rate}. */
  public double exponential(double rate) {
    return random.nextExponential() / rate;
  }

  /** Poisson, by counting exponential steps: meant for small means. */
  public int poisson(double mean) {
    int count = 0;
    for (double t = random.nextExponential(); t < mean; t += random.nextExponential()) {
      count++;
    }
    return count;
  }

  /**
   * Gamma with mean {@code shape / rate}.
   *
   * <p>Marsaglia and Tsang's squeeze; a shape below 1 is drawn from shape + 1 and shrunk by a power
   * of a uniform.
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">A simple method for generating gamma
   *     variables (2000)</a>
   */
  public double gamma(double shape, double rate) {
    if (shape < 1) {
      return gamma(shape + 1, rate) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
        return d * v / rate;
      }
    }
  }

  /** Beta with mean {@code a / (a + b)}. */
  public double beta(double a, double b) {
    double x = gamma(a, 1);
    return x / (x + gamma(b, 1));
  }
}
