package io.shelfwise.recommend.algebra;

import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Inverts a symmetric positive definite matrix in place, by sweeping block after block of its
 * diagonal.
 *
 * <p>To sweep the block {@code D} with the rows {@code W} of its column outside of it, and {@code R
 * = W·D⁻¹}, is to replace
 *
 * <pre>
 *   D ← −D⁻¹      W ← R      everything else: A ← A − R·Wᵀ
 * </pre>
 *
 * When every block has been swept once, {@code −A⁻¹} stands in its place: Gauss–Jordan elimination
 * that keeps the matrix symmetric, so that half of it is enough. It takes {@code n³} additions and
 * multiplications, as many as Cholesky's factors, their inverse and its product together, but all
 * in one kernel and in one place. No pivots need to be sought, since the matrix is positive
 * definite; the blocks of the diagonal themselves are inverted in double precision.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1979.10482685">Goodnight (1979), A tutorial on the
 *     sweep operator</a>
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham (2002), Accuracy and stability of
 *     numerical algorithms, chapter 14</a>
 */
public final class SymmetricInverse {
  /** The side of a block: two of its strips fit into the first cache, two of it into the second. */
  private static final int BLOCK = 3 * SymmetricMatrix.GRAIN;

  private final SymmetricMatrix matrix;
  private final TileProduct product;
  private final int side;
  private final int blocks;

  /** {@code W}, packed as the first factor of a product. */
  private final float[] column;

  /** {@code −R}, packed as the second. */
  private final float[] swept;

  private SymmetricInverse(SymmetricMatrix matrix, TileProduct product) {
    this.matrix = matrix;
    this.product = product;
    this.side = matrix.side();
    this.blocks = (side + BLOCK - 1) / BLOCK;
    this.column = new float[side * BLOCK];
    this.swept = new float[side * BLOCK];
  }

  /**
   * Has the virtual machine begin to compile what inverting takes most time for, so that it is done
   * when the matrix is there. Nothing, after the first time.
   */
  public static void prepare() {
    TileProduct _ = TileProduct.fastest();
  }

  /**
   * Puts the inverse of a matrix into its place, in both triangles.
   *
   * @param progress told now and then how much is done, 0 to 1; by what it throws it ends the work
   * @throws ArithmeticException if the matrix is not positive definite, as far as can be told in
   *     single precision
   */
  public static void invert(SymmetricMatrix matrix, DoubleConsumer progress) {
    invert(matrix, TileProduct.fastest(), progress);
  }

  static void invert(SymmetricMatrix matrix, TileProduct product, DoubleConsumer progress) {
    SymmetricInverse inverse = new SymmetricInverse(matrix, product);
    for (int block = 0; block < inverse.blocks; block++) {
      progress.accept(block / (double) inverse.blocks);
      inverse.sweep(block);
    }
    inverse.tiles().forEach(inverse::finish);
  }

  private int start(int block) {
    return block * BLOCK;
  }

  private int size(int block) {
    return Math.min(BLOCK, side - start(block));
  }

  /** The tiles of the lower triangle, numbered row by row: each the work of one thread. */
  private IntStream tiles() {
    return IntStream.range(0, blocks * (blocks + 1) / 2).parallel();
  }

  private static int rowOf(int tile) {
    return (int) ((Math.sqrt(8.0 * tile + 1) - 1) / 2);
  }

  private static int leftOf(int tile) {
    int row = rowOf(tile);
    return tile - row * (row + 1) / 2;
  }

  private void sweep(int pivot) {
    PivotBlock inverse = PivotBlock.invert(matrix, start(pivot), size(pivot));
    float[] packed = inverse.packed(product.width());
    IntStream.range(0, blocks)
        .parallel()
        .filter(block -> block != pivot)
        .forEach(block -> sweepColumn(block, pivot, packed));
    tiles()
        .filter(tile -> rowOf(tile) != pivot && leftOf(tile) != pivot)
        .forEach(tile -> update(tile, size(pivot)));
    inverse.write(matrix, start(pivot));
  }

  /** Packs a block of W, multiplies it by D⁻¹, packs the product and puts it in its place. */
  private void sweepColumn(int block, int pivot, float[] inverse) {
    int from = start(block);
    int rows = size(block);
    int depth = size(pivot);
    float[] values = matrix.values();
    int top = Math.max(from, start(pivot)) * side + Math.min(from, start(pivot));
    boolean below = block > pivot;
    int rowStep = below ? side : 1;
    int columnStep = below ? 1 : side;
    Strips.pack(
        values, top, rowStep, columnStep, rows, depth, column, from * depth, TileProduct.HEIGHT);

    float[] negative = new float[rows * depth];
    product.add(depth, rows, depth, column, from * depth, inverse, 0, negative, 0, depth);
    Strips.pack(negative, 0, depth, 1, rows, depth, swept, from * depth, product.width());
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < depth; k++) {
        values[top + i * rowStep + k * columnStep] = -negative[i * depth + k];
      }
    }
  }

  private void update(int tile, int depth) {
    int from = start(rowOf(tile));
    int at = start(leftOf(tile));
    product.add(
        depth,
        size(rowOf(tile)),
        size(leftOf(tile)),
        column,
        from * depth,
        swept,
        at * depth,
        matrix.values(),
        from * side + at,
        side);
  }

  /** Turns {@code −A⁻¹} into the inverse, and mirrors it. */
  private void finish(int tile) {
    float[] values = matrix.values();
    int row = rowOf(tile);
    int left = leftOf(tile);
    for (int i = start(row); i < start(row) + size(row); i++) {
      int end = Math.min(i + 1, start(left) + size(left));
      for (int j = start(left); j < end; j++) {
        float entry = -values[i * side + j];
        values[i * side + j] = entry;
        values[j * side + i] = entry;
      }
    }
  }
}
