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

  /** Adds to a score something that is more than 0; anything else is left out. */
  public void add(int number, double part) {
    if (!(part > 0)) {
      return;
    }
    if (number >= values.length) {
      values = Arrays.copyOf(values, Math.max(number + 1, 2 * values.length));
      touched = Arrays.copyOf(touched, values.length);
    }
    if (values[number] == 0) {
      touched[count++] = number;
    }
    values[number] += part;
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
