package io.shelfwise.value.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers that are easily said: of two digits, and whole where all of a column is. */
final class ReadableNumbers {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private final boolean[] whole;

  private ReadableNumbers(boolean[] whole) {
    this.whole = whole;
  }

  static ReadableNumbers of(double[][] rows) {
    boolean[] whole = new boolean[rows[0].length];
    IntStream.range(0, whole.length)
        .forEach(j -> whole[j] = Arrays.stream(rows).allMatch(row -> row[j] == Math.rint(row[j])));
    return new ReadableNumbers(whole);
  }

  /** A readable number near the one given. */
  double near(int column, double number) {
    double rounded = new BigDecimal(number).round(TWO_DIGITS).doubleValue();
    return whole[column] ? Math.ceil(rounded) : rounded;
  }
}
