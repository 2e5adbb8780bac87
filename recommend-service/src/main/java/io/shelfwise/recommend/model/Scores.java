package io.shelfwise.recommend.model;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A score for each of many things of which few get one; a score of 0 is none. It can be emptied in
 * the time it took to fill it, so that one array serves query after query.
 *
 * <p>Adding to scores is what recommenders do most. So it asks nothing: it adds, and marks the
 * block in which the number lies. Only marked blocks are looked at afterwards.
 */
public final class Scores {
  /** Numbers of a block, as a power of 2: two cache lines. */
  private static final int BLOCK_BITS = 4;

  private static final int BLOCK = 1 << BLOCK_BITS;

  /** The scores, in whole blocks. */
  private double[] values = new double[0];

  /** For each block, whether anything was added to a score of it. */
  private boolean[] marks = new boolean[0];

  /** Empties it. */
  public void reset() {
    for (int block = 0; block < marks.length; block++) {
      if (marks[block]) {
        marks[block] = false;
        Arrays.fill(values, block << BLOCK_BITS, (block + 1) << BLOCK_BITS, 0);
      }
    }
  }

  /** Adds something to a score; less than 0 where it speaks against the number. */
  public void add(int number, double part) {
    if (number >= values.length) {
      grow(number);
    }
    values[number] += part;
    marks[number >> BLOCK_BITS] = true;
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
    double[] sums = values;
    boolean[] touched = marks;
    int shift = weightsFrom - from;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += factor * weights[e + shift];
      touched[number >> BLOCK_BITS] = true;
    }
  }

  /** Adds the same to the scores of many numbers, in the entries {@code from} to {@code to}. */
  public void addToAll(int[] numbers, int from, int to, double part) {
    double[] sums = values;
    boolean[] touched = marks;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += part;
      touched[number >> BLOCK_BITS] = true;
    }
  }

  /** Adds 1 to the score of each number whose weight is more than 0. */
  public void countAll(int[] numbers, float[] weights, int from, int to) {
    for (int e = from; e < to; e++) {
      add(numbers[e], weights[e] > 0 ? 1 : 0);
    }
  }

  /**
   * Multiplies every score by {@code factor} and by the factor of its number.
   *
   * @param factors those of all numbers that may have a score; all finite
   */
  public void multiply(float[] factors, double factor) {
    for (int block = 0; block < marks.length; block++) {
      if (marks[block]) {
        int end = Math.min(end(block), factors.length);
        for (int number = begin(block); number < end; number++) {
          values[number] = values[number] * factor * factors[number];
        }
      }
    }
  }

  /** Takes back all that was added to a score. */
  public void silence(int number) {
    values[number] = 0;
  }

  private void grow(int number) {
    int blocks = (Math.max(number + 1, 2 * values.length) + BLOCK - 1) >> BLOCK_BITS;
    values = Arrays.copyOf(values, blocks << BLOCK_BITS);
    marks = Arrays.copyOf(marks, blocks);
  }

  /** The score of a number, 0 if it has none. */
  public double get(int number) {
    return number < values.length ? values[number] : 0;
  }

  /** The least number, from this one on, that has a score; −1 if there is none. */
  public int next(int from) {
    int number = from;
    while (number < values.length) {
      if (!marks[number >> BLOCK_BITS]) {
        number = end(number >> BLOCK_BITS);
      } else if (values[number] == 0) {
        number++;
      } else {
        return number;
      }
    }
    return -1;
  }

  /** How many blocks there are. */
  int blocks() {
    return marks.length;
  }

  /** Whether a number of a block may have a score. */
  boolean isMarked(int block) {
    return marks[block];
  }

  /** The first number of a block. */
  static int begin(int block) {
    return block << BLOCK_BITS;
  }

  /** The number after the last of a block. */
  static int end(int block) {
    return (block + 1) << BLOCK_BITS;
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
