package io.shelfwise.recommend.pairs;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Best;

/**
 * What one product has in common with each other: counts and sums on flat arrays, emptied in the
 * time it took to fill them, so that they serve row after row.
 */
final class PairSums {
  private final int[] together;
  private final double[] dots;
  private final boolean counting;
  private final int[] touched;
  private int size;
  private final Best best = new Best();

  /**
   * Nothing yet.
   *
   * @param counting whether all values are 1: then the sum is the count
   */
  PairSums(int width, boolean counting) {
    this.counting = counting;
    together = new int[width];
    dots = new double[counting ? 0 : width];
    touched = new int[width];
  }

  void reset() {
    for (int i = 0; i < size; i++) {
      together[touched[i]] = 0;
      if (!counting) {
        dots[touched[i]] = 0;
      }
    }
    size = 0;
  }

  /** Adds {@code factor} times a row of a matrix. */
  void addRow(SparseMatrix matrix, int row, double factor) {
    if (counting) {
      countRow(matrix, row);
    } else {
      addUpRow(matrix, row, factor);
    }
  }

  private void countRow(SparseMatrix matrix, int row) {
    int[] columns = matrix.columns();
    int end = matrix.starts()[row + 1];
    int count = size;
    for (int e = matrix.starts()[row]; e < end; e++) {
      int column = columns[e];
      if (together[column]++ == 0) {
        touched[count++] = column;
      }
    }
    size = count;
  }

  private void addUpRow(SparseMatrix matrix, int row, double factor) {
    int[] columns = matrix.columns();
    float[] values = matrix.values();
    int end = matrix.starts()[row + 1];
    int count = size;
    for (int e = matrix.starts()[row]; e < end; e++) {
      int column = columns[e];
      if (together[column]++ == 0) {
        touched[count++] = column;
      }
      dots[column] += factor * values[e];
    }
    size = count;
  }

  /**
   * The best of what was added up.
   *
   * @param product the one whose row this is; it does not go with itself
   * @param scale by how much counts and sums are too small, because not all were asked
   */
  PairRow best(int product, int most, int leastTogether, double scale, PairWeight weight) {
    best.reset(most);
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      if (other != product && together[other] >= leastTogether) {
        double dot = counting ? together[other] : dots[other];
        double of = weight.of(product, other, scale * together[other], scale * dot);
        if (of > 0 && best.beats(other, of)) {
          best.add(other, of);
        }
      }
    }
    best.sort();
    return PairRow.of(best);
  }
}
