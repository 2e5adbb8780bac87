package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.algebra.Floats;
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
          float[] factors = new float[sparse.width()];
          for (int row = from; row < to; row++) {
            int start = sparse.starts()[row];
            int end = sparse.starts()[row + 1];
            System.arraycopy(sparse.values(), start, factors, 0, end - start);
            Floats.addRows(
                dense.values,
                width,
                sparse.columns(),
                start,
                end,
                factors,
                product.values,
                row * width,
                width);
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
    float[] factor = new float[width * narrow];
    for (int i = 0; i < width; i++) {
      System.arraycopy(small[i], 0, factor, i * narrow, narrow);
    }
    DenseRows product = zeros(height, narrow);
    eachBlock(
        height,
        (from, to) ->
            Floats.addProduct(
                new Floats.View(values, from * width, width, 1),
                factor,
                0,
                narrow,
                new Floats.Target(product.values, from * narrow, narrow, to - from, narrow),
                width));
    return product;
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
