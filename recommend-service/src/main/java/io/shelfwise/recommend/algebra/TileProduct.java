package io.shelfwise.recommend.algebra;

/**
 * The product of two small matrices, added to a third: {@code C ← C + A·Bᵀ}. All dense algebra here
 * is made of it.
 *
 * <p>A and B are packed in the order in which they are read, so that the loop inside does nothing
 * but load and multiply: A in strips of {@link #HEIGHT} rows, B in strips of {@link #width()} rows,
 * each strip column after column. A strip of {@code r} rows from row {@code i} on thus starts at
 * {@code i · depth}, and has entry {@code (i + s, k)} at {@code i · depth + k · r + s}.
 */
interface TileProduct {
  /** How many rows a strip of A has. */
  int HEIGHT = 4;

  /** How many rows a strip of B has; divides {@link SymmetricMatrix#GRAIN}. */
  int width();

  /**
   * Adds the product to a part of C.
   *
   * @param depth how many columns A and B have
   * @param rows how many rows of A, whole strips
   * @param columns how many rows of B, whole strips
   * @param left A, from {@code leftAt} on
   * @param right B, from {@code rightAt} on
   * @param target C, row by row from {@code targetAt} on, rows {@code stride} apart
   */
  void add(
      int depth,
      int rows,
      int columns,
      float[] left,
      int leftAt,
      float[] right,
      int rightAt,
      float[] target,
      int targetAt,
      int stride);

  /** The fastest there is on this machine. */
  static TileProduct fastest() {
    return Fastest.PRODUCT;
  }

  /** Chosen once. */
  final class Fastest {
    private static final TileProduct PRODUCT = practised(choose());

    private Fastest() {}

    private static TileProduct choose() {
      // Asked first: the class cannot even be loaded without the module.
      if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
        TileProduct vectors = new VectorTileProduct();
        if (SymmetricMatrix.GRAIN % vectors.width() == 0) {
          return vectors;
        }
      }
      return new ScalarTileProduct();
    }

    /**
     * The same after it has run so often, on next to nothing, that the virtual machine sets about
     * compiling it. Until then it is a thousand times as slow, which on whole tiles would take
     * seconds.
     */
    private static TileProduct practised(TileProduct product) {
      int depth = 16;
      int width = product.width();
      float[] strips = new float[width * depth];
      float[] target = new float[HEIGHT * width];
      for (int run = 0; run < 1500; run++) {
        product.add(depth, HEIGHT, width, strips, 0, strips, 0, target, 0, width);
      }
      return product;
    }
  }
}
