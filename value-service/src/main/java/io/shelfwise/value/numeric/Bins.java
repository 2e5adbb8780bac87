package io.shelfwise.value.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cuts each column of a table into bins of about as many rows, as trees are grown on them: between
 * neighbours that are nearly the same there is nothing to learn, and a tree need not look there.
 */
public final class Bins {
  /** By column the borders, rising; a value is in the bin of as many borders as it reaches. */
  private final double[][] borders;

  private Bins(double[][] borders) {
    this.borders = borders;
  }

  /**
   * Bins for the rows of a table.
   *
   * @param rows at least one
   * @param most how many bins a column has at most
   */
  public static Bins of(double[][] rows, int most) {
    return of(rows, most, (column, border) -> border);
  }

  /**
   * Bins whose borders are moved a little, such as to a number that is easily said.
   *
   * @param mover where to
   */
  public static Bins of(double[][] rows, int most, BorderMover mover) {
    return new Bins(
        IntStream.range(0, rows[0].length)
            .mapToObj(
                j ->
                    borders(
                        Arrays.stream(rows).mapToDouble(row -> row[j]).sorted().toArray(),
                        most,
                        border -> mover.moved(j, border)))
            .toArray(double[][]::new));
  }

  /** Where the border of a column goes. */
  @FunctionalInterface
  public interface BorderMover {
    /** The border instead of {@code border}. */
    double moved(int column, double border);
  }

  private static double[] borders(double[] sorted, int most, DoubleUnaryOperator mover) {
    double least = sorted[0];
    double last = sorted[sorted.length - 1];
    return IntStream.range(1, most)
        .mapToDouble(bin -> sorted[(int) ((long) bin * sorted.length / most)])
        .map(mover)
        .filter(border -> border > least && border <= last)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The bins that a row's values are in, as numbers. */
  public double[] bins(double[] row) {
    double[] bins = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      int found = Arrays.binarySearch(borders[j], row[j]);
      bins[j] = found >= 0 ? found + 1 : -found - 1;
    }
    return bins;
  }

  /** The least value that is in a bin beyond {@code bin}, which may lie between two bins. */
  public double borderAfter(int column, double bin) {
    return borders[column][(int) Math.floor(bin)];
  }
}
