package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.stream.IntStream;

/**
 * A tall matrix of few columns, row after row.
 *
 * <p>Work is divided into blocks of rows that are the same on however many threads, and sums are
 * added up in the order of the blocks; so the results are too.
 *
 * @param height how many rows there are
 * @param width how many columns
 * @param values the values, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record DenseRows(int height, int width, float[] values) {
  private static final int BLOCK = 1 << 12;

  static DenseRows zeros(int height, int width) {
    return new DenseRows(height, width, new float[Math.multiplyExact(height, width)]);
  }

  /** The product of a sparse matrix and a dense one. */
  static DenseRows product(SparseMatrix sparse, DenseRows dense) {
    int width = dense.width;
    DenseRows product = zeros(sparse.height(), width);
    eachBlock(
        sparse.height(),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int e = sparse.starts()[row]; e < sparse.starts()[row + 1]; e++) {
              addTo(
                  product.values,
                  row * width,
                  sparse.values()[e],
                  dense.values,
                  sparse.columns()[e] * width,
                  width);
            }
          }
        });
    return product;
  }

  /** The products of all columns with each other: {@code XᵀX}. */
  double[][] gram() {
    int blocks = (height + BLOCK - 1) / BLOCK;
    double[][][] parts =
        IntStream.range(0, blocks).parallel().mapToObj(this::gram).toArray(double[][][]::new);
    double[][] gram = new double[width][width];
    for (double[][] part : parts) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] += part[i][j];
          gram[j][i] = gram[i][j];
        }
      }
    }
    return gram;
  }

  private double[][] gram(int block) {
    double[][] gram = new double[width][width];
    int end = Math.min(height, (block + 1) * BLOCK);
    for (int row = block * BLOCK; row < end; row++) {
      int at = row * width;
      for (int i = 0; i < width; i++) {
        double factor = values[at + i];
        double[] sums = gram[i];
        for (int j = 0; j <= i; j++) {
          sums[j] += factor * values[at + j];
        }
      }
    }
    return gram;
  }

  /** The product with a small matrix. */
  DenseRows times(float[][] small) {
    int narrow = small[0].length;
    DenseRows product = zeros(height, narrow);
    eachBlock(
        height,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int i = 0; i < width; i++) {
              addTo(product.values, row * narrow, values[row * width + i], small[i], 0, narrow);
            }
          }
        });
    return product;
  }

  /** Adds a multiple of one stretch of numbers to another. */
  static void addTo(float[] sums, int at, float factor, float[] from, int start, int length) {
    for (int i = 0; i < length; i++) {
      sums[at + i] += factor * from[start + i];
    }
  }

  private interface Block {
    void work(int from, int to);
  }

  private static void eachBlock(int height, Block block) {
    IntStream.range(0, (height + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(i -> block.work(i * BLOCK, Math.min(height, (i + 1) * BLOCK)));
  }
}
