package io.shelfwise.value.purchases;

import java.util.function.DoubleSupplier;

/**
 * Between which numbers of purchases a customer's will lie.
 *
 * @param least the least of them
 * @param most the most of them
 * @param level with at least which probability
 */
public record PurchaseInterval(int least, int most, double level) {
  /** No customer is followed further than this. */
  private static final int MOST = 100_000;

  public PurchaseInterval {
    if (!(0 <= least && least <= most)) {
      throw new IllegalArgumentException(
          "least, most: " + least + ", " + most + " (expected: 0 <= least <= most)");
    }
    requireLevel(level);
  }

  private static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level: " + level + " (expected: between 0 and 1)");
    }
  }

  /**
   * The central interval of a number of purchases: fewer come with a probability of (1 − level)/2
   * at most, and so do more.
   *
   * @param probabilities of 0, 1, 2 … purchases, one after the other
   */
  static PurchaseInterval of(DoubleSupplier probabilities, double level) {
    requireLevel(level);
    double tail = (1 - level) / 2;
    double sum = probabilities.getAsDouble();
    int least = 0;
    while (sum <= tail && least < MOST) {
      sum += probabilities.getAsDouble();
      least++;
    }
    int most = least;
    while (sum < 1 - tail && most < MOST) {
      sum += probabilities.getAsDouble();
      most++;
    }
    return new PurchaseInterval(least, most, level);
  }
}
