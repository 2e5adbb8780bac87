package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * What one product has in common with all: the sum, over the customers, of the interest in the one
 * times that in the other.
 *
 * <p>Room for one thread to work in.
 */
final class CommonInterests {
  private final SparseMatrix byCustomer;
  private final float[] sums;
  private final int[] customers;
  private final int[] others;
  private int count;

  CommonInterests(SparseMatrix byCustomer) {
    this.byCustomer = byCustomer;
    this.sums = new float[byCustomer.width()];
    this.customers = new int[byCustomer.width()];
    this.others = new int[byCustomer.width()];
  }

  /** Turns to a product, as these customers of it tell. */
  void of(int product, CustomerSamples.Sample sample) {
    for (int i = 0; i < count; i++) {
      sums[others[i]] = 0;
      customers[others[i]] = 0;
    }
    count = 0;
    SparseMatrix byProduct = sample.byProduct();
    for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
      int customer = byProduct.columns()[e];
      float interest = sample.standFor() * byProduct.values()[e];
      for (int f = byCustomer.starts()[customer]; f < byCustomer.starts()[customer + 1]; f++) {
        int other = byCustomer.columns()[f];
        if (customers[other]++ == 0) {
          others[count++] = other;
        }
        sums[other] += interest * byCustomer.values()[f];
      }
    }
  }

  /** How many products the customers are interested in; the product itself is one. */
  int count() {
    return count;
  }

  /** The i-th of them. */
  int other(int i) {
    return others[i];
  }

  /** How many of the customers are interested in it. */
  int customers(int other) {
    return customers[other];
  }

  /** How much the product has in common with it. */
  float with(int other) {
    return sums[other];
  }
}
