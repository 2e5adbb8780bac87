package io.shelfwise.value.purchases;

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
   * The central interval of a customer's purchases: fewer come with a probability of (1 − level)/2
   * at most, and so do more.
   */
  static PurchaseInterval of(
      PurchaseModel model, RepeatPurchases customer, double time, double level) {
    requireLevel(level);
    double tail = (1 - level) / 2;
    double sum = model.probabilityOfNone(customer, time);
    int least = 0;
    while (sum <= tail && least < MOST) {
      sum += model.probabilityOf(++least, customer, time);
    }
    int most = least;
    while (sum < 1 - tail && most < MOST) {
      sum += model.probabilityOf(++most, customer, time);
    }
    return new PurchaseInterval(least, most, level);
  }
}
