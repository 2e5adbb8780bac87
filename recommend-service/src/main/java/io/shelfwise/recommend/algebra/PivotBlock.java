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
    double[] a = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        a[i * size + j] = matrix.get(from + i, from + j);
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      sweep(a, size, pivot);
    }
    float[] values = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      values[i] = (float) a[i];
    }
    return new PivotBlock(size, values);
  }

  private static void sweep(double[] a, int size, int pivot) {
    int pivotRow = pivot * size;
    double diagonal = a[pivotRow + pivot];
    if (!(diagonal > 0)) {
      throw new ArithmeticException("pivot: " + diagonal + " (expected: > 0)");
    }
    for (int i = 0; i < size; i++) {
      if (i != pivot) {
        int row = i * size;
        double factor = a[row + pivot] / diagonal;
        for (int j = 0; j < size; j++) {
          a[row + j] -= factor * a[pivotRow + j];
        }
        a[row + pivot] = factor;
      }
    }
    for (int j = 0; j < size; j++) {
      a[pivotRow + j] /= diagonal;
    }
    a[pivotRow + pivot] = -1 / diagonal;
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
