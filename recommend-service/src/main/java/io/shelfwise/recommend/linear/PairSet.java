package io.shelfwise.recommend.linear;

/**
 * A set of pairs of products, a bit each. Threads may add at the same time, if no two add to the
 * same row.
 */
final class PairSet {
  private final long[][] rows;

  /** None of the pairs of so many products. */
  PairSet(int count) {
    rows = new long[count][];
    for (int row = 0; row < count; row++) {
      rows[row] = new long[row / Long.SIZE + 1];
    }
  }

  /** Adds a pair, to the row of the first product; the second has the lower number. */
  void add(int row, int lower) {
    rows[row][lower / Long.SIZE] |= 1L << lower;
  }

  /** Whether a pair is there, in either order. */
  boolean contains(int one, int other) {
    int lower = Math.min(one, other);
    return (rows[Math.max(one, other)][lower / Long.SIZE] & 1L << lower) != 0;
  }
}
