package io.shelfwise.value.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Goes through very many rows on all cores, in chunks whose borders do not depend on how many cores
 * there are. So a sum is the same to the last digit wherever it is taken.
 */
public final class Chunks {
  private static final int SIZE = 4096;

  private Chunks() {}

  /** What is done with some of the rows. */
  @FunctionalInterface
  public interface Task {
    /** Does it with the rows from one, up to but without another. */
    void run(int from, int to);
  }

  /** What some of the rows come to. */
  @FunctionalInterface
  public interface Summand {
    /**
     * Adds it up for the rows from one, up to but without another.
     *
     * @param sums takes further sums; it comes with zeros
     */
    double of(int from, int to, double[] sums);
  }

  /** Does the task with all rows, in no certain order. */
  public static void forEach(int rows, Task task) {
    IntStream.range(0, Math.ceilDiv(rows, SIZE))
        .parallel()
        .forEach(chunk -> task.run(chunk * SIZE, Math.min(rows, (chunk + 1) * SIZE)));
  }

  /**
   * The sum over all rows.
   *
   * @param sums takes the further sums
   */
  public static double sum(int rows, Summand summand, double[] sums) {
    double[][] further = new double[Math.ceilDiv(rows, SIZE)][sums.length];
    double[] partial = new double[further.length];
    forEach(
        rows,
        (from, to) -> {
          int chunk = from / SIZE;
          partial[chunk] = summand.of(from, to, further[chunk]);
        });
    Arrays.fill(sums, 0);
    double sum = 0;
    for (int chunk = 0; chunk < partial.length; chunk++) {
      sum += partial[chunk];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += further[chunk][i];
      }
    }
    return sum;
  }
}
