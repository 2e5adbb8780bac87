package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import java.util.stream.IntStream;

/** Weighted Gramians {@code Σ_i w_i q_i q_iᵀ} of factors, {@code q_i} their rows. */
final class Gramian {
  /** Into how many parts the rows are divided, whatever the number of threads. */
  private static final int PARTS = 16;

  /** How many rows are taken at once: so many fit into the processor's first cache. */
  private static final int BLOCK = 64;

  private Gramian() {}

  /**
   * The Gramian: a square matrix whose rows have the stride of the factors. Parts of it are
   * computed by several threads, and added up in their order.
   */
  static float[] of(Factors factors, float[] weights) {
    int stride = factors.stride();
    float[][] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> ofPart(factors, weights, part))
            .toArray(float[][]::new);
    float[] sum = new float[stride * stride];
    for (float[] part : parts) {
      Floats.addScaled(1, part, 0, sum, 0, sum.length);
    }
    return sum;
  }

  private static float[] ofPart(Factors factors, float[] weights, int part) {
    int stride = factors.stride();
    float[] sum = new float[stride * stride];
    float[] weighted = new float[BLOCK * stride];
    Floats.Target target = new Floats.Target(sum, 0, stride, stride, stride);
    int to = boundary(factors.count(), part + 1);
    for (int row = boundary(factors.count(), part); row < to; row += BLOCK) {
      int rows = Math.min(BLOCK, to - row);
      for (int i = 0; i < rows; i++) {
        float weight = weights[row + i];
        int start = factors.start(row + i);
        for (int k = 0; k < stride; k++) {
          weighted[i * stride + k] = weight * factors.values()[start + k];
        }
      }
      Floats.View transposed = new Floats.View(factors.values(), factors.start(row), 1, stride);
      Floats.addProduct(transposed, weighted, 0, stride, target, rows);
    }
    return sum;
  }

  private static int boundary(int count, int part) {
    return (int) ((long) count * part / PARTS);
  }
}
