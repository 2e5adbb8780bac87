package io.shelfwise.recommend.model;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A score for each of many things of which few get one; a score of 0 is none. It can be emptied in
 * the time it took to fill it, so that one array serves query after query.
 *
 * <p>Adding to scores is what recommenders do most. So it asks nothing: it adds, and marks the
 * number by a bit. Only marked numbers are looked at afterwards, in their order: of a large
 * catalogue a query meets few, and whole words of bits without any are passed over.
 */
public final class Scores {
  /** How many numbers a word of marks has, as a power of 2. */
  private static final int WORD_BITS = 6;

  /** The scores, in whole words of marks. */
  private double[] values = new double[0];

  /** A bit for each number: whether anything was added to its score. */
  private long[] marks = new long[0];

  /** Empties it. */
  public void reset() {
    for (int word = 0; word < marks.length; word++) {
      long marked = marks[word];
      if (marked != 0) {
        marks[word] = 0;
        clear(word * Long.SIZE, marked);
      }
    }
  }

  /** Where most of a word is marked, all of it is emptied at once. */
  private void clear(int first, long marked) {
    if (Long.bitCount(marked) > Long.SIZE / 4) {
      Arrays.fill(values, first, first + Long.SIZE, 0);
    } else {
      for (long left = marked; left != 0; left &= left - 1) {
        values[first + Long.numberOfTrailingZeros(left)] = 0;
      }
    }
  }

  /** Adds something to a score; less than 0 where it speaks against the number. */
  public void add(int number, double part) {
    if (number >= values.length) {
      grow(number);
    }
    values[number] += part;
    marks[number >> WORD_BITS] |= 1L << number;
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
    long[] touched = marks;
    int shift = weightsFrom - from;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += factor * weights[e + shift];
      touched[number >> WORD_BITS] |= 1L << number;
    }
  }

  /** Adds the same to the scores of many numbers, in the entries {@code from} to {@code to}. */
  public void addToAll(int[] numbers, int from, int to, double part) {
    double[] sums = values;
    long[] touched = marks;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += part;
      touched[number >> WORD_BITS] |= 1L << number;
    }
  }

  /** Adds 1 to the score of each number whose weight is more than 0. */
  public void countAll(int[] numbers, float[] weights, int from, int to) {
    double[] sums = values;
    long[] touched = marks;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      if (number >= sums.length) {
        grow(number);
        sums = values;
        touched = marks;
      }
      sums[number] += weights[e] > 0 ? 1 : 0;
      touched[number >> WORD_BITS] |= 1L << number;
    }
  }

  /** Takes back all that was added to a score. */
  public void silence(int number) {
    if (number < values.length) {
      values[number] = 0;
    }
  }

  private void grow(int number) {
    int words = Math.max(number + 1, 2 * values.length) / Long.SIZE + 1;
    values = Arrays.copyOf(values, words * Long.SIZE);
    marks = Arrays.copyOf(marks, words);
  }

  /** The score of a number, 0 if it has none. */
  public double get(int number) {
    return number < values.length ? values[number] : 0;
  }

  /** The least number, from this one on, that has a score; −1 if there is none. */
  public int next(int from) {
    int word = from / Long.SIZE;
    if (word >= marks.length) {
      return -1;
    }
    long left = marks[word] & -1L << from;
    while (true) {
      for (; left != 0; left &= left - 1) {
        int number = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        if (values[number] != 0) {
          return number;
        }
      }
      if (++word == marks.length) {
        return -1;
      }
      left = marks[word];
    }
  }

  /** How many words of marks there are. */
  int words() {
    return marks.length;
  }

  /** Which of the 64 numbers of a word may have a score, a bit for each. */
  long marks(int word) {
    return marks[word];
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
