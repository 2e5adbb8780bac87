package io.shelfwise.value.simulate;

import java.util.SplittableRandom;

/** Random numbers of the distributions that the models are made of. */
final class Draws {
  private final SplittableRandom random;

  /**
   * The draws of one of many streams.
   *
   * @param stream which; streams of neighbouring numbers have nothing in common, since a first
   *     generator scatters where they start
   */
  Draws(long seed, long stream) {
    long start = new SplittableRandom(seed ^ new SplittableRandom(stream).nextLong()).nextLong();
    random = new SplittableRandom(start);
  }

  /** Evenly from [0, bound). */
  double uniform(double bound) {
    return bound * random.nextDouble();
  }

  /** Whether something of this probability happens. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Exponential. */
  double exponential(double rate) {
    return -Math.log1p(-random.nextDouble()) / rate;
  }

  /** Beta(a, b). */
  double beta(double a, double b) {
    double one = gamma(a, 1);
    return one / (one + gamma(b, 1));
  }

  /**
   * Gamma(shape, rate).
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang 2000: A simple method for
   *     generating gamma variables</a>
   */
  double gamma(double shape, double rate) {
    if (shape < 1) {
      return gamma(shape + 1, rate) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log1p(-random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v / rate;
      }
    }
  }
}
