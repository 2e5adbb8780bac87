package io.shelfwise.recommend.meaning;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.mahout.math.DenseMatrix;
import org.apache.mahout.math.Matrix;
import org.apache.mahout.math.Vector;
import org.apache.mahout.math.solver.EigenDecomposition;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, the largest first.
 *
 * @param values the eigenvalues
 * @param vectors the eigenvectors, each a column
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Spectrum(double[] values, double[][] vectors) {
  /** What is smaller than this, of the largest, is rounding. */
  private static final double ROUNDING = 1e-9;

  static Spectrum of(double[][] symmetric) {
    EigenDecomposition eigen = new EigenDecomposition(new DenseMatrix(symmetric), true);
    Vector values = eigen.getRealEigenvalues();
    Matrix vectors = eigen.getV();
    int[] order =
        IntStream.range(0, symmetric.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> values.get(i)).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] sorted = new double[order.length][order.length];
    for (int row = 0; row < order.length; row++) {
      for (int column = 0; column < order.length; column++) {
        sorted[row][column] = vectors.get(row, order[column]);
      }
    }
    return new Spectrum(IntStream.of(order).mapToDouble(values::get).toArray(), sorted);
  }

  /** How many eigenvalues are not rounding; none, if all that was measured is 0. */
  private int rank() {
    int rank = 0;
    double least = Math.max(ROUNDING * values[0], Float.MIN_NORMAL);
    while (rank < values.length && values[rank] > least) {
      rank++;
    }
    return rank;
  }

  /** What makes columns with these products orthonormal; of dependent ones fewer are left. */
  float[][] whitening() {
    return columns(rank(), true);
  }

  /** The eigenvectors of the largest eigenvalues, at most so many. */
  float[][] largest(int most) {
    return columns(Math.min(most, rank()), false);
  }

  private float[][] columns(int count, boolean white) {
    float[][] columns = new float[vectors.length][count];
    for (int row = 0; row < vectors.length; row++) {
      for (int column = 0; column < count; column++) {
        double scale = white ? 1 / Math.sqrt(values[column]) : 1;
        columns[row][column] = (float) (vectors[row][column] * scale);
      }
    }
    return columns;
  }
}
