package io.shelfwise.recommend.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A score for each of many things of which few get one; a score of 0 is none. It can be emptied in
 * little more than the time it took to fill it, so that one array serves query after query.
 *
 * <p>Adding to scores is what recommenders do most. So it asks nothing: it adds, and marks the line
 * of numbers in which it did. Only marked lines are looked at afterwards, in their order: of a
 * large catalogue a query meets few. Once rows have added to eight times as many numbers as there
 * are lines, all are marked, and none by itself any more.
 *
 * <p>A mark is a byte that is written and never read meanwhile: to set a bit, the processor would
 * have to wait for the one that was set before in the same word.
 */
public final class Scores {
  /** How many numbers a line has, as a power of 2: as many scores as a line of the cache. */
  private static final int LINE_BITS = 3;

  /** How many numbers a line has. */
  static final int LINE = 1 << LINE_BITS;

  /** How many numbers eight lines have, whose marks are looked at as one. */
  private static final int LINES = LINE * Long.BYTES;

  /** How many numbers a line are added to when few lines are left without. */
  private static final int FEW_LEFT = 8;

  /** Which part of the room there is beyond what is needed, 1 by this. */
  private static final int SPARE = 8;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The scores, in whole lines, eight by eight. */
  private double[] values = new double[0];

  /** A byte for each line: 1 if anything may have been added to a score in it. */
  private byte[] marks = new byte[0];

  /** Whether all lines are marked. */
  private boolean full;

  /** To how many numbers rows have added, since it was emptied. */
  private long added;

  /** Empties it. */
  public void reset() {
    added = 0;
    if (full) {
      Arrays.fill(values, 0);
      Arrays.fill(marks, (byte) 0);
      full = false;
      return;
    }
    double[] sums = values;
    for (int eight = 0; eight < marks.length; eight += Long.BYTES) {
      for (long left = (long) EIGHT.get(marks, eight); left != 0; left &= left - 1) {
        int first = (eight + (Long.numberOfTrailingZeros(left) >> 3)) << LINE_BITS;
        for (int number = first; number < first + LINE; number++) {
          sums[number] = 0;
        }
      }
    }
    Arrays.fill(marks, (byte) 0);
  }

  /** Adds something to a score; less than 0 where it speaks against the number. */
  public void add(int number, double part) {
    if (number >= values.length) {
      grow(number);
    }
    values[number] += part;
    marks[number >> LINE_BITS] = 1;
  }

  /**
   * Adds to the scores of many numbers: {@code factor} times the weight of each.
   *
   * @param numbers the numbers, in the entries {@code from} to {@code to}
   * @param weights the weights, likewise
   */
  public void addAll(int[] numbers, float[] weights, int from, int to, double factor) {
    addAll(numbers, from, to, weights, from, factor);
  }

  /**
   * The same, with weights that begin elsewhere.
   *
   * @param numbers the numbers, in the entries {@code from} to {@code to}
   * @param weights the weights, from the entry {@code weightsFrom} on
   */
  public void addAll(
      int[] numbers, int from, int to, float[] weights, int weightsFrom, double factor) {
    int shift = weightsFrom - from;
    int begun = from;
    if (isFull(to - from)) {
      double[] sums = values;
      for (; begun < to && numbers[begun] < sums.length; begun++) {
        sums[numbers[begun]] += factor * weights[begun + shift];
      }
    }
    double[] sums = values;
    byte[] touched = marks;
    for (int e = begun; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += factor * weights[e + shift];
      touched[number >> LINE_BITS] = 1;
    }
  }

  /** Adds the same to the scores of many numbers, in the entries {@code from} to {@code to}. */
  public void addToAll(int[] numbers, int from, int to, double part) {
    int begun = from;
    if (isFull(to - from)) {
      double[] sums = values;
      for (; begun < to && numbers[begun] < sums.length; begun++) {
        sums[numbers[begun]] += part;
      }
    }
    double[] sums = values;
    byte[] touched = marks;
    for (int e = begun; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += part;
      touched[number >> LINE_BITS] = 1;
    }
  }

  /** Adds 1 to the score of each number whose weight is more than 0. */
  public void countAll(int[] numbers, float[] weights, int from, int to) {
    double[] sums = values;
    byte[] touched = marks;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += weights[e] > 0 ? 1 : 0;
      touched[number >> LINE_BITS] = 1;
    }
  }

  /** Whether all lines are marked, as they are once so much is added that few are left out. */
  private boolean isFull(int count) {
    added += count;
    if (!full && added >= (long) FEW_LEFT * marks.length) {
      Arrays.fill(marks, (byte) 1);
      full = true;
    }
    return full;
  }

  /** Takes back all that was added to a score. */
  public void silence(int number) {
    if (number < values.length) {
      values[number] = 0;
    }
  }

  private void grow(int number) {
    // No more than needed and some: of a full one all is looked at, and emptied.
    int eights = (number + number / SPARE) / LINES + 1;
    values = Arrays.copyOf(values, eights * LINES);
    marks = Arrays.copyOf(marks, eights * Long.BYTES);
    full = false;
  }

  /** The score of a number, 0 if it has none. */
  public double get(int number) {
    return number < values.length ? values[number] : 0;
  }

  /** The least number, from this one on, that has a score; −1 if there is none. */
  public int next(int from) {
    int number = from;
    for (int line = nextLine(from & -LINE); line >= 0; line = nextLine(line + LINE)) {
      for (number = Math.max(number, line); number < line + LINE; number++) {
        if (values[number] != 0) {
          return number;
        }
      }
    }
    return -1;
  }

  /**
   * The first number of the next line in which a number may have a score; −1 if there is none.
   *
   * @param from the first number of the line from which on to look
   */
  int nextLine(int from) {
    int line = from >> LINE_BITS;
    int eight = line & -Long.BYTES;
    if (eight >= marks.length) {
      return -1;
    }
    long left = (long) EIGHT.get(marks, eight) & (-1L << (line * Byte.SIZE));
    while (left == 0) {
      eight += Long.BYTES;
      if (eight == marks.length) {
        return -1;
      }
      left = (long) EIGHT.get(marks, eight);
    }
    return (eight + Long.numberOfTrailingZeros(left) / Byte.SIZE) << LINE_BITS;
  }

  /** The scores as they are, in whole lines. */
  double[] values() {
    return values;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "Scores[", "]");
    for (int number = next(0); number >= 0; number = next(number + 1)) {
      text.add(number + ": " + values[number]);
    }
    return text.toString();
  }
}
