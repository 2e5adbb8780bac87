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

  /** Adds to the share of a product in a score. */
  public void add(int score, int product, double share) {
    shares[score * width + product] += share;
  }

  /** The share of a product in a score. */
  public double get(int score, int product) {
    return shares[score * width + product];
  }
}
