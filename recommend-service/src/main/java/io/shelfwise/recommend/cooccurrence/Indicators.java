package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;

/**
 * What customers did, as 1 or nothing, customers by products: what co-occurrences are counted in.
 */
final class Indicators {
  private Indicators() {}

  /**
   * Who took which product: bought and kept it, or rated it, and is interested in it. Where nobody
   * has bought or rated anything, interest is all there is.
   */
  static SparseMatrix taken(TrainingData data) {
    SparseMatrix interests = data.interests().matrix();
    SparseMatrix bought = data.counts(Kind.PURCHASE);
    SparseMatrix rated = data.stars();
    boolean[] has = new boolean[data.width()];
    SparseMatrix.Builder taken = new SparseMatrix.Builder();
    for (int customer = 0; customer < data.height(); customer++) {
      mark(bought, customer, has, true);
      mark(rated, customer, has, true);
      for (int e = interests.starts()[customer]; e < interests.starts()[customer + 1]; e++) {
        if (has[interests.columns()[e]]) {
          taken.add(interests.columns()[e], 1);
        }
      }
      taken.endRow();
      mark(bought, customer, has, false);
      mark(rated, customer, has, false);
    }
    return bought.entries() + rated.entries() == 0 ? interests.ones() : taken.build(data.width());
  }

  private static void mark(SparseMatrix matrix, int row, boolean[] marks, boolean mark) {
    for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
      marks[matrix.columns()[e]] = mark;
    }
  }

  /** How many customers have each product. */
  static int[] customers(SparseMatrix matrix) {
    int[] customers = new int[matrix.width()];
    for (int product : matrix.columns()) {
      customers[product]++;
    }
    return customers;
  }
}
