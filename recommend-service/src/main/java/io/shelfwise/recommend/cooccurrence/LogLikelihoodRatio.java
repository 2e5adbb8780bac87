package io.shelfwise.recommend.cooccurrence;

/**
 * How far the meeting of two products is from chance.
 *
 * <p>Of {@code N} customers, {@code k11} have both products, {@code k12} the first only, {@code
 * k21} the second only and {@code k22} neither. The log-likelihood ratio of this table against
 * independence is {@code 2 · (H(rows) + H(columns) − H(table))} with unnormalised entropies {@code
 * H}; it is large where there is much evidence, not where there is a large quotient of small
 * numbers. It is the same number, bit for bit, as that of Mahout's {@code LogLikelihood}, but its
 * logarithms are looked up: of a million pairs there are few different ones.
 *
 * @see <a href="https://aclanthology.org/J93-1003/">Dunning (1993), Accurate methods for the
 *     statistics of surprise and coincidence</a>
 */
final class LogLikelihoodRatio {
  /** How many logarithms are kept at most, 8 bytes each; of larger numbers they are computed. */
  private static final int MOST_KEPT = 1 << 20;

  private final long all;
  private final double[] kept;

  /** That of tables of so many customers. */
  LogLikelihoodRatio(long all) {
    this.all = all;
    kept = new double[(int) Math.min(all + 1, MOST_KEPT)];
    for (int x = 1; x < kept.length; x++) {
      kept[x] = x * Math.log(x);
    }
  }

  /**
   * The ratio.
   *
   * @param both how many customers have both products
   * @param one how many have the first
   * @param other how many have the second
   * @return 0 if chance would have them meet as often, or more often
   */
  double of(long both, long one, long other) {
    if (both * all <= one * other) {
      return 0;
    }
    double rows = entropy(one, all - one);
    double columns = entropy(other, all - other);
    double table = entropy(both, one - both, other - both, all - one - other + both);
    return rows + columns < table ? 0 : 2 * (rows + columns - table);
  }

  private double entropy(long a, long b) {
    return timesLog(a + b) - timesLog(a) - timesLog(b);
  }

  private double entropy(long a, long b, long c, long d) {
    return timesLog(a + b + c + d) - timesLog(a) - timesLog(b) - timesLog(c) - timesLog(d);
  }

  /** {@code x · ln x}. */
  private double timesLog(long x) {
    return x < kept.length ? kept[(int) x] : x * Math.log((double) x);
  }
}
