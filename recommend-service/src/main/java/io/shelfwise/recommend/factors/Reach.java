package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;

/**
 * How long the longest row of factors is, group by group. An inner product with a vector is never
 * greater than the product of both lengths (Cauchy and Schwarz); so a group need not be looked at
 * of which no row can be among the best.
 *
 * @param longest the Euclidean length of the longest row of each group
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Reach(float[] longest) {
  /** How many rows a group has. */
  private static final int GROUP = 128;

  /** By how much a computed inner product may exceed what it is at most. */
  private static final double ROUNDING = 1.0001;

  /** That of these rows; the narrower, the more alike in length those are that lie together. */
  static Reach of(Factors factors) {
    float[] longest = new float[(factors.count() + GROUP - 1) / GROUP];
    for (int row = 0; row < factors.count(); row++) {
      longest[row / GROUP] = Math.max(longest[row / GROUP], length(factors, row));
    }
    return new Reach(longest);
  }

  /** The Euclidean length of a row. */
  static float length(Factors factors, int row) {
    int start = factors.start(row);
    return length(factors.values(), start, factors.stride());
  }

  /** The Euclidean length of a vector. */
  static float length(float[] values, int start, int stride) {
    return (float) Math.sqrt(Floats.dot(values, start, values, start, stride));
  }

  /** The row after the last of the group of a row. */
  static int end(int row) {
    return (row / GROUP + 1) * GROUP;
  }

  /** What the inner product of a vector of this length with a row of the group is at most. */
  double most(int row, float length) {
    return ROUNDING * length * longest[row / GROUP];
  }
}
