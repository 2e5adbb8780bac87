package io.shelfwise.recommend.model;

import java.util.Arrays;

/**
 * A score for each of many things of which few get one. It can be emptied in the time it took to
 * fill it, so that one array serves query after query.
 */
public final class Scores {
  private double[] values = new double[0];
  private int[] touched = new int[0];
  private int count;

  /** Empties it. */
  public void reset() {
    for (int i = 0; i < count; i++) {
      values[touched[i]] = 0;
    }
    count = 0;
  }

  /** Adds something to a score; less than 0 where it speaks against the number. */
  public void add(int number, double part) {
    if (part == 0) {
      return;
    }
    if (number >= values.length) {
      grow(number);
    }
    if (values[number] == 0) {
      touched[count++] = number;
    }
    values[number] = notZero(values[number] + part);
  }

  /**
   * The sum, or next to nothing where it is 0 although there were parts: a score of 0 stands for
   * one that nothing was added to yet, which would be listed once more.
   */
  private static double notZero(double sum) {
    return sum == 0 ? -Double.MIN_VALUE : sum;
  }

  /**
   * Adds to the scores of many numbers: {@code factor} times the weight of each. It is what
   * recommenders do most, so the loop works on nothing but arrays.
   *
   * @param numbers the numbers, in the entries {@code from} to {@code to}
   * @param weights the weights, likewise
   */
  public void addAll(int[] numbers, float[] weights, int from, int to, double factor) {
    double[] sums = values;
    int[] order = touched;
    int size = count;
    for (int e = from; e < to; e++) {
      int number = numbers[e];
      double part = factor * weights[e];
      if (number >= sums.length) {
        count = size;
        grow(number);
        sums = values;
        order = touched;
      }
      if (part != 0) {
        double sum = sums[number];
        if (sum == 0) {
          order[size++] = number;
        }
        sums[number] = notZero(sum + part);
      }
    }
    count = size;
  }

  /** Adds 1 to the score of each number whose weight is more than 0. */
  public void countAll(int[] numbers, float[] weights, int from, int to) {
    for (int e = from; e < to; e++) {
      if (weights[e] > 0) {
        add(numbers[e], 1);
      }
    }
  }

  /** Takes back all that was added to a score. */
  public void silence(int number) {
    values[number] = -Double.MIN_VALUE;
  }

  private void grow(int number) {
    values = Arrays.copyOf(values, Math.max(number + 1, 2 * values.length));
    touched = Arrays.copyOf(touched, values.length);
  }

  /** The score of a number, 0 if it has none. */
  public double get(int number) {
    return number < values.length ? values[number] : 0;
  }

  /** How many numbers have a score. */
  public int count() {
    return count;
  }

  /** The i-th number that got a score. */
  public int number(int i) {
    return touched[i];
  }

  @Override
  public String toString() {
    return "Scores" + Arrays.toString(Arrays.copyOf(touched, count));
  }
}
