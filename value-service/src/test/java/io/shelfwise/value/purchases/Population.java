package io.shelfwise.value.purchases;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers drawn as BG/NBD says: a rate λ ~ Gamma(r, α), a leaving probability p ~ Beta(a, b),
 * purchases after exponential times until the customer leaves or the observation ends. Times are
 * weeks and run on; first purchases fall into the first twelve of 39 weeks.
 */
final class Population {
  private Population() {}

  static Stream<RepeatPurchases> of(BetaGeometricParameters truth, int customers, long seed) {
    return IntStream.range(0, customers)
        .mapToObj(i -> customer(truth, new SplittableRandom(seed + i * 0x9E3779B97F4A7C15L)));
  }

  private static RepeatPurchases customer(BetaGeometricParameters truth, SplittableRandom random) {
    double age = 39 - 12 * random.nextDouble();
    double rate = gamma(random, truth.r()) / truth.alpha();
    double one = gamma(random, truth.a());
    double leaving = one / (one + gamma(random, truth.b()));
    int frequency = 0;
    double recency = 0;
    while (true) {
      double next = recency - Math.log1p(-random.nextDouble()) / rate;
      if (next > age) {
        return new RepeatPurchases(frequency, recency, age);
      }
      frequency++;
      recency = next;
      if (random.nextDouble() < leaving) {
        return new RepeatPurchases(frequency, recency, age);
      }
    }
  }

  /**
   * Gamma(shape, 1).
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang 2000</a>
   */
  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log1p(-random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
