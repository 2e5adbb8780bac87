package io.shelfwise.recommend.algebra;

/**
 * The inverse of a small block of a matrix's diagonal, times −1.
 *
 * @param size how many rows it has, and columns
 * @param values its entries, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record PivotBlock(int size, float[] values) {

  /**
   * Inverts a block, by sweeping its diagonal entry by entry in double precision.
   *
   * @param from the block's first row
   * @throws ArithmeticException if it is not positive definite
   */
  static PivotBlock invert(SymmetricMatrix matrix, int from, int size) {
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = matrix.get(from + i, from + j);
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      sweep(rows, pivot);
    }
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / size][i % size];
    }
    return new PivotBlock(size, values);
  }

  private static void sweep(double[][] rows, int pivot) {
    double[] pivotRow = rows[pivot];
    double diagonal = pivotRow[pivot];
    if (!(diagonal > 0)) {
      throw new ArithmeticException("pivot: " + diagonal + " (expected: > 0)");
    }
    for (int i = 0; i < rows.length; i++) {
      if (i != pivot) {
        double factor = rows[i][pivot] / diagonal;
        subtract(factor, pivotRow, rows[i]);
        rows[i][pivot] = factor;
      }
    }
    for (int j = 0; j < rows.length; j++) {
      pivotRow[j] /= diagonal;
    }
    pivotRow[pivot] = -1 / diagonal;
  }

  private static void subtract(double factor, double[] row, double[] from) {
    for (int j = 0; j < from.length; j++) {
      from[j] -= factor * row[j];
    }
  }

  /** Its entries, packed as the second factor of a {@link TileProduct} by strips of this width. */
  float[] packed(int width) {
    float[] packed = new float[values.length];
    Strips.pack(values, 0, size, 1, size, size, packed, 0, width);
    return packed;
  }

  /** Writes it into a matrix, from a row on. */
  void write(SymmetricMatrix matrix, int from) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        matrix.set(from + i, from + j, values[i * size + j]);
      }
    }
  }
}
