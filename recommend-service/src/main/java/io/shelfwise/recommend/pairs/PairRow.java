package io.shelfwise.recommend.pairs;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Best;

/** The products that are kept for a product, the best first. */
@SuppressWarnings("ArrayRecordComponent") // lives until the rows are stacked
record PairRow(int[] products, float[] weights) {
  static PairRow of(Best best) {
    int[] products = new int[best.size()];
    float[] weights = new float[best.size()];
    for (int i = 0; i < weights.length; i++) {
      products[i] = best.number(i);
      weights[i] = (float) best.score(i);
    }
    return new PairRow(products, weights);
  }

  /** The rows as a matrix of this width. */
  static SparseMatrix stacked(PairRow[] rows, int width) {
    int[] starts = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      starts[i + 1] = starts[i] + rows[i].products().length;
    }
    int[] products = new int[starts[rows.length]];
    float[] weights = new float[products.length];
    for (int i = 0; i < rows.length; i++) {
      int length = rows[i].products().length;
      System.arraycopy(rows[i].products(), 0, products, starts[i], length);
      System.arraycopy(rows[i].weights(), 0, weights, starts[i], length);
    }
    return new SparseMatrix(width, starts, products, weights);
  }
}
