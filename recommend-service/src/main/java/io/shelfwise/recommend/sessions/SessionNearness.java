package io.shelfwise.recommend.sessions;

/**
 * Which visits are near, and how much each has to say.
 *
 * @param sample how many of the newest visits are kept for each product
 * @param neighbors how many visits are listened to
 * @param decay how fast what lies further back in the present visit loses weight: the {@code i}-th
 *     of {@code n} products weighs {@code (i / n)^decay}
 * @param focus how closely a past visit is listened to around what it has in common with the
 *     present one: of a product {@code d} steps from there it says {@code d^−focus}
 * @param before how many times as much it says of what came before
 * @param rarity how much a rare product is preferred to one that comes up everywhere: scores are
 *     divided by {@code commonness^rarity}
 * @param again whether what was seen in the visit may be proposed in it again
 * @param pause how many minutes a visit lies still at most
 * @param leastCustomers of how many different customers the visits must be that speak for a product
 */
public record SessionNearness(
    int sample,
    int neighbors,
    double decay,
    double focus,
    double before,
    double rarity,
    boolean again,
    int pause,
    int leastCustomers) {
  public SessionNearness {
    require("sample", sample, 1);
    require("neighbors", neighbors, 1);
    require("decay", decay, 0);
    require("focus", focus, 0);
    require("before", before, 0);
    require("rarity", rarity, 0);
    require("pause", pause, 0);
    require("least-customers", leastCustomers, 1);
  }

  private static void require(String name, double value, double least) {
    if (!(value >= least)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
  }
}
