package io.shelfwise.recommend.algebra;

import java.util.Arrays;

/** The product in plain loops, of which the inner one is simple enough for the JIT to vectorise. */
final class ScalarTileProduct implements TileProduct {
  private static final int WIDTH = 48;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void add(
      int depth,
      int rows,
      int columns,
      float[] left,
      int leftAt,
      float[] right,
      int rightAt,
      float[] target,
      int targetAt,
      int stride) {
    float[] sums = new float[WIDTH];
    for (int j = 0; j < columns; j += WIDTH) {
      for (int i = 0; i < rows; i++) {
        int strip = leftAt + i / HEIGHT * HEIGHT * depth + i % HEIGHT;
        multiply(depth, left, strip, right, rightAt + j * depth, sums);
        int at = targetAt + i * stride + j;
        for (int s = 0; s < WIDTH; s++) {
          target[at + s] += sums[s];
        }
      }
    }
  }

  /** A row of a strip of A by a strip of B. */
  private static void multiply(
      int depth, float[] left, int leftAt, float[] right, int rightAt, float[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < depth; k++) {
      float factor = left[leftAt + k * HEIGHT];
      int at = rightAt + k * WIDTH;
      for (int s = 0; s < WIDTH; s++) {
        sums[s] += factor * right[at + s];
      }
    }
  }
}
