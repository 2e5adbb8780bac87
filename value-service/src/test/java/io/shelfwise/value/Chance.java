package io.shelfwise.value;

import java.util.Random;

/**
 * What tests draw by chance: the same in every build, and something else with -Dshelfwise.seed=N.
 */
public final class Chance {
  private Chance() {}

  /** The seed of this build, printed. */
  public static long seed() {
    long seed = Long.getLong("shelfwise.seed", 7);
    System.out.println("seed " + seed);
    return seed;
  }

  /** Chance that begins with the seed of this build. */
  public static Random random() {
    return new Random(seed());
  }
}
