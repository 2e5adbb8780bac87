package io.shelfwise.recommend.algebra;

/**
 * What is done most with vectors of floats, that lie as parts of larger arrays: a vector is an
 * array, the index at which it starts, and a length; row {@code i} of a matrix starts {@code i}
 * strides after the first.
 *
 * <p>Each operation runs on the processor's vectors ({@link VectorFloats}) where the JVM was
 * started with {@code --add-modules jdk.incubator.vector}, else one number at a time ({@link
 * ScalarFloats}). Both do the same but for the order in which terms are added, that is, but for the
 * last bits. On one machine, the result of an operation depends on nothing but its operands.
 */
public final class Floats {
  /** Whether the processor's vectors are used. */
  static final boolean VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorFloats.FIT;

  private Floats() {}

  /** The inner product of two vectors. */
  public static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    return VECTORS
        ? VectorFloats.dot(a, aStart, b, bStart, length)
        : ScalarFloats.dot(a, aStart, b, bStart, length);
  }

  /** Adds {@code factor · x} to {@code y}. */
  public static void addScaled(
      float factor, float[] x, int xStart, float[] y, int yStart, int length) {
    if (VECTORS) {
      VectorFloats.addScaled(factor, x, xStart, y, yStart, length);
    } else {
      ScalarFloats.addScaled(factor, x, xStart, y, yStart, length);
    }
  }

  /**
   * Turns two vectors: {@code a} becomes {@code cos a − sin b}, and {@code b} {@code sin a + cos
   * b}.
   */
  public static void rotate(
      float[] a, int aStart, float[] b, int bStart, float cosine, float sine, int length) {
    if (VECTORS) {
      VectorFloats.rotate(a, aStart, b, bStart, cosine, sine, length);
    } else {
      ScalarFloats.rotate(a, aStart, b, bStart, cosine, sine, length);
    }
  }

  /**
   * The inner products of some rows of a matrix with one vector.
   *
   * @param rows the matrix, as wide as the vector is long
   * @param stride the distance between the starts of its rows
   * @param picks the numbers of the rows, in the entries {@code from} to {@code to}
   * @param vector the vector
   * @param dots where the products go, from its start on, one for each entry
   */
  public static void dots(
      float[] rows,
      int stride,
      int[] picks,
      int from,
      int to,
      float[] vector,
      int vectorStart,
      int length,
      float[] dots) {
    if (VECTORS) {
      VectorFloats.dots(rows, stride, picks, from, to, vector, vectorStart, length, dots);
    } else {
      ScalarFloats.dots(rows, stride, picks, from, to, vector, vectorStart, length, dots);
    }
  }

  /**
   * The inner products of the rows of a matrix with one vector.
   *
   * @param rows the matrix, as wide as the vector is long, its first row at {@code rowsStart}
   * @param stride the distance between the starts of its rows
   * @param vector the vector
   * @param products where the products go, from its start on, one for each of {@code count} rows
   */
  public static void multiply(
      float[] rows,
      int rowsStart,
      int stride,
      int count,
      float[] vector,
      int vectorStart,
      int length,
      float[] products) {
    if (VECTORS) {
      VectorFloats.multiply(rows, rowsStart, stride, count, vector, vectorStart, length, products);
    } else {
      ScalarFloats.multiply(rows, rowsStart, stride, count, vector, vectorStart, length, products);
    }
  }

  /**
   * Adds to {@code sum} some rows of a matrix, each times a factor.
   *
   * @param rows the matrix, as wide as the sum is long
   * @param stride the distance between the starts of its rows
   * @param picks the numbers of the rows, in the entries {@code from} to {@code to}
   * @param factors what each is taken times, from its start on, one for each entry
   */
  public static void addRows(
      float[] rows,
      int stride,
      int[] picks,
      int from,
      int to,
      float[] factors,
      float[] sum,
      int sumStart,
      int length) {
    if (VECTORS) {
      VectorFloats.addRows(rows, stride, picks, from, to, factors, sum, sumStart, length);
    } else {
      ScalarFloats.addRows(rows, stride, picks, from, to, factors, sum, sumStart, length);
    }
  }

  /**
   * Adds to {@code c} the matrix product {@code a · b}. Every element of the sum is added up in the
   * order of the inner dimension, whatever the size of the matrices: a row of the product does not
   * depend on which other rows are computed with it.
   *
   * @param a the left factor, {@code height × inner}: its rows or its columns may lie together
   * @param b the right factor, {@code inner × width}, row after row
   * @param c where the product is added, {@code height × width}, row after row
   */
  public static void addProduct(View a, float[] b, int bStart, int bStride, Target c, int inner) {
    if (VECTORS) {
      VectorFloats.addProduct(a, b, bStart, bStride, c, inner);
    } else {
      ScalarFloats.addProduct(a, b, bStart, bStride, c, inner);
    }
  }

  /**
   * A matrix to read: element {@code (i, j)} stands at {@code start + i · down + j · across}. With
   * the two exchanged it is the transposed matrix.
   */
  @SuppressWarnings("ArrayRecordComponent") // a view, compared by no one
  public record View(float[] values, int start, int down, int across) {}

  /** A matrix to add to: element {@code (i, j)} stands at {@code start + i · stride + j}. */
  @SuppressWarnings("ArrayRecordComponent") // a view, compared by no one
  public record Target(float[] values, int start, int stride, int height, int width) {}
}
