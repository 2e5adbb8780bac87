package io.shelfwise.recommend.algebra;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product on the processor's vectors.
 *
 * <p>The smallest tile, four rows by three vectors, is kept in twelve registers while the columns
 * of A and B go by: twelve multiplications for seven loads. With the three of B and the one of A
 * that makes sixteen registers, which every processor with vectors of 256 bits has.
 *
 * @see <a href="https://doi.org/10.1145/1356052.1356053">Goto and van de Geijn (2008), Anatomy of
 *     high-performance matrix multiplication</a>
 */
final class VectorTileProduct implements TileProduct {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 3 * LANES;

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
    for (int j = 0; j < columns; j += WIDTH) {
      // The strip of B stays in the first cache while all of A goes by.
      for (int i = 0; i < rows; i += HEIGHT) {
        int at = targetAt + i * stride + j;
        add(depth, left, leftAt + i * depth, right, rightAt + j * depth, target, at, stride);
      }
    }
  }

  /** One strip of A by one of B; summed up by itself first, which loses less to rounding. */
  private static void add(
      int depth, float[] a, int aAt, float[] b, int bAt, float[] c, int row0, int stride) {
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c02 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c12 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c22 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    FloatVector c32 = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      int atB = bAt + k * WIDTH;
      FloatVector b0 = load(b, atB, 0);
      FloatVector b1 = load(b, atB, 1);
      FloatVector b2 = load(b, atB, 2);
      int atA = aAt + k * HEIGHT;
      FloatVector factor = FloatVector.broadcast(SPECIES, a[atA]);
      c00 = factor.fma(b0, c00);
      c01 = factor.fma(b1, c01);
      c02 = factor.fma(b2, c02);
      factor = FloatVector.broadcast(SPECIES, a[atA + 1]);
      c10 = factor.fma(b0, c10);
      c11 = factor.fma(b1, c11);
      c12 = factor.fma(b2, c12);
      factor = FloatVector.broadcast(SPECIES, a[atA + 2]);
      c20 = factor.fma(b0, c20);
      c21 = factor.fma(b1, c21);
      c22 = factor.fma(b2, c22);
      factor = FloatVector.broadcast(SPECIES, a[atA + 3]);
      c30 = factor.fma(b0, c30);
      c31 = factor.fma(b1, c31);
      c32 = factor.fma(b2, c32);
    }
    int row1 = row0 + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    addTo(c, row0, 0, c00);
    addTo(c, row0, 1, c01);
    addTo(c, row0, 2, c02);
    addTo(c, row1, 0, c10);
    addTo(c, row1, 1, c11);
    addTo(c, row1, 2, c12);
    addTo(c, row2, 0, c20);
    addTo(c, row2, 1, c21);
    addTo(c, row2, 2, c22);
    addTo(c, row3, 0, c30);
    addTo(c, row3, 1, c31);
    addTo(c, row3, 2, c32);
  }

  private static FloatVector load(float[] from, int at, int vector) {
    return FloatVector.fromArray(SPECIES, from, at + vector * LANES);
  }

  private static void addTo(float[] to, int at, int vector, FloatVector sum) {
    load(to, at, vector).add(sum).intoArray(to, at + vector * LANES);
  }
}
