package io.shelfwise.recommend.model;

import java.util.Arrays;

/**
 * What one customer's ratings have in common with those of each of many others: sums over the
 * products that both rated. Emptied in the time it took to fill it.
 */
public final class CommonRatings {
  private int[] counts = new int[0];
  private double[] dots = new double[0];
  private double[] squares = new double[0];
  private double[] squaresOfOther = new double[0];
  private int[] touched = new int[0];
  private int size;

  /** Empties it. */
  public void reset() {
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      counts[other] = 0;
      dots[other] = 0;
      squares[other] = 0;
      squaresOfOther[other] = 0;
    }
    size = 0;
  }

  /**
   * Adds a product.
   *
   * @param customers others who rated it, in the entries {@code from} to {@code to}
   * @param ratings what they think of it, likewise
   * @param rating what the one thinks of it
   */
  public void addAll(int[] customers, float[] ratings, int from, int to, double rating) {
    for (int e = from; e < to; e++) {
      add(customers[e], ratings[e], rating);
    }
  }

  /** Adds a product of which another thinks {@code theirs}, and the one {@code rating}. */
  public void add(int other, double theirs, double rating) {
    if (other >= counts.length) {
      grow(other);
    }
    if (counts[other]++ == 0) {
      touched[size++] = other;
    }
    dots[other] += rating * theirs;
    squares[other] += rating * rating;
    squaresOfOther[other] += theirs * theirs;
  }

  private void grow(int other) {
    int length = Math.max(other + 1, 2 * counts.length);
    counts = Arrays.copyOf(counts, length);
    dots = Arrays.copyOf(dots, length);
    squares = Arrays.copyOf(squares, length);
    squaresOfOther = Arrays.copyOf(squaresOfOther, length);
    touched = Arrays.copyOf(touched, length);
  }

  /** How many others there are. */
  public int count() {
    return size;
  }

  /** The i-th other. */
  public int customer(int i) {
    return touched[i];
  }

  /**
   * How the ratings of both go together, −1 to 1; 0 if one of the two rates everything alike.
   *
   * @param shrink at how many common products it counts half
   */
  public double correlation(int other, double shrink) {
    double both = squares[other] * squaresOfOther[other];
    int count = counts[other];
    return both > 0 ? dots[other] / Math.sqrt(both) * count / (count + shrink) : 0;
  }
}
