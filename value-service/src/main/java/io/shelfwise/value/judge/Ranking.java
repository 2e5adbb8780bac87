package io.shelfwise.value.judge;

import java.util.Arrays;

/**
 * Customers ranked by a score, the highest first. Those with equal scores are one rank: nothing
 * tells them apart, so each counts with what came of them in the mean, whatever order they stood
 * in.
 */
final class Ranking {
  private final double[] scores;
  private final long[] customers;
  private final double[] actual;

  private Ranking(double[] scores, long[] customers, double[] actual) {
    this.scores = scores;
    this.customers = customers;
    this.actual = actual;
  }

  /**
   * Ranks.
   *
   * @param score each customer's score
   * @param actual what came of each
   */
  static Ranking of(double[] score, double[] actual) {
    double[] rising = Arrays.stream(score).sorted().distinct().toArray();
    int ranks = rising.length;
    double[] scores = new double[ranks];
    long[] customers = new long[ranks];
    double[] sums = new double[ranks];
    for (int rank = 0; rank < ranks; rank++) {
      scores[rank] = rising[ranks - 1 - rank];
    }
    for (int i = 0; i < score.length; i++) {
      int rank = ranks - 1 - Arrays.binarySearch(rising, score[i]);
      customers[rank]++;
      sums[rank] += actual[i];
    }
    return new Ranking(scores, customers, sums);
  }

  int ranks() {
    return scores.length;
  }

  double score(int rank) {
    return scores[rank];
  }

  /** How many share the rank. */
  long customers(int rank) {
    return customers[rank];
  }

  /** What came of one of them in the mean. */
  double actualMean(int rank) {
    return actual[rank] / customers[rank];
  }

  long customers() {
    return Arrays.stream(customers).sum();
  }

  /**
   * Twice the area between the gain curve, which tells what share of all that came is that of the
   * first so many customers, and the diagonal, which is the curve of a ranking by chance; 0 when
   * nothing came.
   */
  double gini() {
    double total = Arrays.stream(actual).sum();
    if (total == 0) {
      return 0;
    }
    double n = customers();
    double gained = 0;
    double area = 0;
    for (int rank = 0; rank < ranks(); rank++) {
      double share = actual[rank] / total;
      area += customers[rank] / n * (gained + share / 2);
      gained += share;
    }
    return 2 * area - 1;
  }
}
