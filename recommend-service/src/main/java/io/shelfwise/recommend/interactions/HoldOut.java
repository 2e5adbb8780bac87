package io.shelfwise.recommend.interactions;

/**
 * Of which customers a product is kept from trainers, so that models can be judged by whether they
 * find it.
 *
 * <p>A customer is chosen by the id and the seed alone: so training after training chooses the same
 * ones, and a model is asked for nothing that the one before has been told.
 *
 * @param share the part of the customers that is chosen, 0 to 1
 * @param most about how many are chosen at most
 * @param least if fewer than about these would be, none is: they could not judge anything
 * @param seed what chance comes from
 */
public record HoldOut(double share, int most, int least, long seed) {
  /** Keeps nothing from trainers. */
  public static final HoldOut NONE = new HoldOut(0, 0, 1, 0);

  private static final double TWO_TO_THE_53 = 0x1p53;

  public HoldOut {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share + " (expected: 0 to 1)");
    }
    if (most < 0) {
      throw new IllegalArgumentException("most: " + most + " (expected: >= 0)");
    }
    if (least < 1) {
      throw new IllegalArgumentException("least: " + least + " (expected: >= 1)");
    }
  }

  /** Which part of so many customers is chosen. */
  double partOf(int customers) {
    double expected = Math.min(most, share * customers);
    return expected < least ? 0 : expected / customers;
  }

  /** Whether a customer is among this part of all. */
  boolean chooses(String customer, double part) {
    return part > 0 && (mixed(seed + customer.hashCode()) >>> 11) / TWO_TO_THE_53 < part;
  }

  /** The finish of SplitMix64, after which neighbouring numbers have nothing in common. */
  private static long mixed(long number) {
    long mixed = number * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
