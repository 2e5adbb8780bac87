package io.shelfwise.standalone.shop.chance;

/** Weights added up, so that one is found by bisection. */
public final class CumulativeWeights {
  private CumulativeWeights() {}

  /** The running sums of weights that are not negative. */
  public static double[] of(double... weights) {
    double[] cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulative[i] = sum;
    }
    return cumulative;
  }

  /**
   * The first index whose running sum is above {@code sum}, and the last index if there is none.
   */
  public static int find(double[] cumulative, double sum) {
    return find(cumulative, sum, 0, cumulative.length - 1);
  }

  /**
   * As {@link #find(double[], double)}, from index {@code low} to index {@code high}, both
   * included.
   */
  public static int find(double[] cumulative, double sum, int low, int high) {
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > sum) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
