package io.shelfwise.recommend.algebra;

/**
 * In how many bits rows of bits differ (Hamming's distance). The rows lie word by word: word {@code
 * w} of row {@code i} of {@code count} at {@code w · count + i}, so that what is done with one row
 * is done with those beside it at once.
 *
 * <p>As {@link Floats}, it runs on the processor's vectors where there are any; both ways come to
 * the same.
 */
public final class Hamming {
  private Hamming() {}

  /**
   * The distances of all rows from one.
   *
   * @param rows the words of {@code count} rows
   * @param one the words of the one
   * @param distances where they go, from its start on, one for each row; less than 2¹⁵
   */
  public static void distances(int[] rows, int count, int[] one, short[] distances) {
    if (Floats.VECTORS) {
      VectorHamming.distances(rows, count, one, distances);
    } else {
      ScalarHamming.distances(rows, count, one, 0, distances);
    }
  }

  /** How many of the first {@code count} distances are at most so large. */
  public static int countWithin(short[] distances, int count, int most) {
    return Floats.VECTORS
        ? VectorHamming.countWithin(distances, count, most)
        : ScalarHamming.countWithin(distances, 0, count, most);
  }

  /**
   * The numbers of those of the first {@code count} distances that are at most so large, ascending.
   *
   * @param numbers where they go; room for all of them
   */
  public static void within(short[] distances, int count, int most, int[] numbers) {
    if (Floats.VECTORS) {
      VectorHamming.within(distances, count, most, numbers);
    } else {
      ScalarHamming.within(distances, 0, count, most, numbers, 0);
    }
  }
}
