package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

/** Sums of the interests of each customer, and in each product. */
final class Sums {
  private Sums() {}

  static double[] ofRows(SparseMatrix matrix) {
    double[] sums = new double[matrix.height()];
    for (int row = 0; row < sums.length; row++) {
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        sums[row] += matrix.values()[e];
      }
    }
    return sums;
  }

  static double[] ofColumns(SparseMatrix matrix) {
    double[] sums = new double[matrix.width()];
    for (int e = 0; e < matrix.entries(); e++) {
      sums[matrix.columns()[e]] += matrix.values()[e];
    }
    return sums;
  }

  /** The mean of those that are not 0: a customer without interests is no one to compare with. */
  static double mean(double[] sums) {
    return Arrays.stream(sums).filter(sum -> sum > 0).average().orElse(1);
  }

  static double[] toPower(double[] sums, double power) {
    return Arrays.stream(sums).map(sum -> Math.pow(sum, power)).toArray();
  }
}
