package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * For each product, the products that go with it: what every recommender that goes from product to
 * product is at heart.
 */
@FunctionalInterface
public interface ProductRows {
  /**
   * The products that go with a product, by number, and how well; empty if it is not known.
   *
   * @param deadline the {@link System#nanoTime} at which the row is of no use any more
   * @throws OverBudgetException if it cannot be had by then
   */
  Row row(int product, long deadline);

  /** The rows of a matrix, product by product. */
  static ProductRows of(SparseMatrix matrix) {
    return (product, _) ->
        product < matrix.height()
            ? new Row(
                matrix.columns(),
                matrix.values(),
                matrix.starts()[product],
                matrix.starts()[product + 1])
            : Row.EMPTY;
  }

  /**
   * A row: the entries {@code from} to {@code to} of two arrays, which no one writes.
   *
   * @param products products that go with the row's
   * @param weights how well each does; less than 0 where it speaks against
   */
  @SuppressWarnings("ArrayRecordComponent") // a view, compared by no one
  record Row(int[] products, float[] weights, int from, int to) {
    /** That of a product of which nothing is known. */
    static final Row EMPTY = new Row(new int[0], new float[0], 0, 0);
  }
}
