package io.shelfwise.recommend.pairs;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * How much may be looked at to find what goes with what. Without bounds, one customer who took
 * everything, or one product that everybody took, would cost as much as all the others together.
 *
 * @param customers how many customers of a product are asked; of more, as many as this, evenly
 *     spread, speak for all
 * @param products how many products of a customer count: the newest
 * @param leastCustomers how many customers two products must have in common, so that nobody can be
 *     told from what is proposed
 */
public record PairBounds(int customers, int products, int leastCustomers) {
  /** Everything counts. */
  public static final PairBounds NONE = new PairBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

  public PairBounds {
    atLeastOne("most-customers", customers);
    atLeastOne("most-products", products);
    atLeastOne("least-customers", leastCustomers);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }

  /** The matrix of customers and products with the last entries of each row only. */
  public SparseMatrix newest(SparseMatrix matrix) {
    if (longest(matrix) <= products) {
      return matrix;
    }
    SparseMatrix.Builder newest = new SparseMatrix.Builder();
    for (int row = 0; row < matrix.height(); row++) {
      int end = matrix.starts()[row + 1];
      for (int e = Math.max(matrix.starts()[row], end - products); e < end; e++) {
        newest.add(matrix.columns()[e], matrix.values()[e]);
      }
      newest.endRow();
    }
    return newest.build(matrix.width());
  }

  private static int longest(SparseMatrix matrix) {
    int longest = 0;
    for (int row = 0; row < matrix.height(); row++) {
      longest = Math.max(longest, matrix.starts()[row + 1] - matrix.starts()[row]);
    }
    return longest;
  }
}
