package io.shelfwise.recommend.model;

import java.util.Arrays;

/**
 * How much of each of many scores is due to each of many products: a table that is filled and
 * emptied again and again.
 */
public final class Shares {
  private double[] shares = new double[0];
  private int width;

  /** Empties it, and makes it this large. */
  public void reset(int scores, int products) {
    width = products;
    if (shares.length < scores * products) {
      shares = new double[scores * products];
    } else {
      Arrays.fill(shares, 0, scores * products, 0);
    }
  }

  /**
   * Adds to the shares of several products in a score: {@code factor} times the part of each.
   *
   * @param products the products, the first {@code count} of them
   * @param parts the parts, likewise
   */
  public void addAll(int score, int[] products, double[] parts, int count, double factor) {
    int row = score * width;
    for (int i = 0; i < count; i++) {
      shares[row + products[i]] += factor * parts[i];
    }
  }

  /** The share of a product in a score. */
  public double get(int score, int product) {
    return shares[score * width + product];
  }
}
