package io.shelfwise.recommend.algebra;

/**
 * A symmetric matrix in single precision, of which only the lower triangle counts: entry {@code (i,
 * j)} with {@code i ≥ j} stands at {@code i · side + j} of a flat array.
 *
 * <p>The array is a square whose side is the order rounded up to whole tiles. What was added is
 * that of the identity, so that kernels need not know where the matrix ends: neither a product nor
 * an inverse carries it into the matrix.
 */
public final class SymmetricMatrix {
  /** The side is a multiple of this. */
  static final int GRAIN = 48;

  /** Arrays are indexed by ints: {@code side² < 2³¹}. */
  private static final int LARGEST = 46_320;

  private final int order;
  private final int side;
  private final float[] values;

  /** The matrix of this order whose entries are all 0. */
  public SymmetricMatrix(int order) {
    if (order < 0 || order > LARGEST) {
      throw new IllegalArgumentException("order: " + order + " (expected: 0 to " + LARGEST + ")");
    }
    this.order = order;
    this.side = (order + GRAIN - 1) / GRAIN * GRAIN;
    this.values = new float[side * side];
    for (int i = order; i < side; i++) {
      values[i * side + i] = 1;
    }
  }

  /** How many rows there are, and columns. */
  public int order() {
    return order;
  }

  /** How far apart two rows stand in {@link #values}. */
  public int side() {
    return side;
  }

  /** The entries, for kernels to read and write. */
  public float[] values() {
    return values;
  }

  /** An entry of the lower triangle, for which {@code i ≥ j}, or its mirror image. */
  public float get(int i, int j) {
    return values[Math.max(i, j) * side + Math.min(i, j)];
  }

  /** Sets an entry of the lower triangle, and so its mirror image. */
  public void set(int i, int j, float value) {
    values[Math.max(i, j) * side + Math.min(i, j)] = value;
  }
}
