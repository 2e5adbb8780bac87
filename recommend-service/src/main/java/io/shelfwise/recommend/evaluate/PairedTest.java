package io.shelfwise.recommend.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether one recommender is better than another by more than chance: the randomisation test on
 * what the two are worth to the same customers.
 *
 * <p>If there were no difference, each customer's difference could as well have the other sign. The
 * p-value is the share of random signs by which the mean difference is as far from 0 as it is:
 * {@code (1 + as far) / (1 + rounds)}, on both sides.
 *
 * @param rounds how many times signs are drawn
 * @param seed of the draws
 * @see <a href="https://doi.org/10.1145/1321440.1321528">Smucker, Allan and Carterette (2007), A
 *     comparison of statistical significance tests for information retrieval evaluation</a>
 */
public record PairedTest(int rounds, long seed) {
  public PairedTest {
    if (rounds < 100) {
      throw new IllegalArgumentException("rounds: " + rounds + " (expected: >= 100)");
    }
  }

  /** The two-sided p-value of the mean of {@code one − other}. */
  public double pValue(double[] one, double[] other) {
    double[] differences =
        IntStream.range(0, one.length)
            .mapToDouble(i -> one[i] - other[i])
            .filter(difference -> difference != 0 && !Double.isNaN(difference))
            .toArray();
    double sum = 0;
    for (double difference : differences) {
      sum += difference;
    }
    // Sums of the same numbers in another order differ in their last digits.
    double far = Math.abs(sum) * (1 - 1e-12);
    long asFar =
        IntStream.range(0, rounds)
            .parallel()
            .filter(round -> Math.abs(signed(differences, round)) >= far)
            .count();
    return (1.0 + asFar) / (1.0 + rounds);
  }

  private double signed(double[] differences, int round) {
    SplittableRandom chance = new SplittableRandom(seed + round);
    double sum = 0;
    int bits = 0;
    for (int i = 0; i < differences.length; i++) {
      if (i % Integer.SIZE == 0) {
        bits = chance.nextInt();
      }
      sum += (bits & 1) == 0 ? differences[i] : -differences[i];
      bits >>>= 1;
    }
    return sum;
  }

  /**
   * The p-values as they must be read when so many comparisons were made: by Holm's step-down rule,
   * with which the chance of even one false finding is no more than it is for a single comparison.
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979), A simple sequentially
   *     rejective multiple test procedure</a>
   */
  public static List<Double> holm(List<Double> pValues) {
    List<Integer> order =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparing(pValues::get))
            .toList();
    List<Double> corrected = new ArrayList<>(pValues);
    double before = 0;
    for (int i = 0; i < order.size(); i++) {
      double p = Math.min(1, (order.size() - i) * pValues.get(order.get(i)));
      before = Math.max(before, p);
      corrected.set(order.get(i), before);
    }
    return List.copyOf(corrected);
  }
}
