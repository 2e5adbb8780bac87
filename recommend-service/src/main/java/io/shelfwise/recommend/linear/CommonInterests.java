package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * What one product has in common with all others: the sum, over the customers, of the interest in
 * the one times that in the other.
 *
 * <p>Room for one thread to work in.
 */
final class CommonInterests {
  private final LearnedProducts products;
  private final float[] sums;
  private final int[] others;
  private int count;

  CommonInterests(LearnedProducts products) {
    this.products = products;
    this.sums = new float[products.count()];
    this.others = new int[products.count()];
  }

  /** Turns to a product. */
  void of(int product) {
    for (int i = 0; i < count; i++) {
      sums[others[i]] = 0;
    }
    count = 0;
    SparseMatrix byProduct = products.byProduct();
    SparseMatrix byCustomer = products.byCustomer();
    for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
      int customer = byProduct.columns()[e];
      float interest = byProduct.values()[e];
      for (int f = byCustomer.starts()[customer]; f < byCustomer.starts()[customer + 1]; f++) {
        add(byCustomer.columns()[f], product, interest * byCustomer.values()[f]);
      }
    }
  }

  private void add(int other, int product, float part) {
    if (other != product && part > 0) {
      if (sums[other] == 0) {
        others[count++] = other;
      }
      sums[other] += part;
    }
  }

  /** How many others the product has anything in common with. */
  int count() {
    return count;
  }

  /** The i-th of them. */
  int other(int i) {
    return others[i];
  }

  /** How much the product has in common with another. */
  float with(int other) {
    return sums[other];
  }
}
