package io.shelfwise.recommend.baskets;

/**
 * How much each order of a customer still says about the next.
 *
 * <p>The orders are put in groups, the newest together, all of the same size but perhaps the oldest
 * group. An order {@code p} places from the newest of its group, in the {@code g}-th group from the
 * newest, of {@code n} groups, counts {@code within^p ÷ size of the group · between^g ÷ n}: so what
 * was bought lately counts more, and a short phase of much buying does not outweigh a long one.
 *
 * @param groups how many groups there are at most
 * @param within how much less an order counts than the next newer one of its group, 0 to 1
 * @param between how much less a group counts than the next newer one, 0 to 1
 */
public record BasketDecay(int groups, double within, double between) {
  public BasketDecay {
    if (groups < 1) {
      throw new IllegalArgumentException("groups: " + groups + " (expected: >= 1)");
    }
    part("within", within);
    part("between", between);
  }

  private static void part(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0 and <= 1)");
    }
  }

  /**
   * How much an order counts.
   *
   * @param age how many newer orders there are
   * @param orders how many orders there are in all
   */
  double weight(int age, int orders) {
    int size = (orders + groups - 1) / groups;
    int count = (orders + size - 1) / size;
    int group = age / size;
    int ofGroup = Math.min(size, orders - group * size);
    return Math.pow(within, age % size) / ofGroup * Math.pow(between, group) / count;
  }
}
