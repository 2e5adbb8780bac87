package io.shelfwise.recommend.algebra;

import io.shelfwise.recommend.algebra.Floats.Target;
import io.shelfwise.recommend.algebra.Floats.View;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Floats} on the processor's vectors. What is summed up stays in registers: as many sums run
 * side by side as it takes to keep the multipliers busy, and every number that was loaded is used
 * for several of them.
 */
final class VectorFloats {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** How many floats a vector has. */
  private static final int LANES = SPECIES.length();

  /** Whether vectors are of a length for which sums over their lanes are written here. */
  static final boolean FIT = LANES == 4 || LANES == 8 || LANES == 16;

  private static final VectorShuffle<Float> BY_HALF =
      VectorShuffle.iota(SPECIES, LANES / 2, 1, true);
  private static final VectorShuffle<Float> BY_QUARTER =
      VectorShuffle.iota(SPECIES, LANES / 4, 1, true);
  private static final VectorShuffle<Float> BY_QUARTER_BACK =
      VectorShuffle.iota(SPECIES, 3 * LANES / 4, 1, true);
  private static final VectorShuffle<Float> BY_TWO = VectorShuffle.iota(SPECIES, 2, 1, true);
  private static final VectorShuffle<Float> BY_ONE = VectorShuffle.iota(SPECIES, 1, 1, true);

  /** The second half of the lanes. */
  private static final VectorMask<Float> UPPER_HALF =
      VectorMask.fromLong(SPECIES, (1L << LANES) - (1L << (LANES / 2)));

  /** The second and the fourth quarter of the lanes. */
  private static final VectorMask<Float> ODD_QUARTERS =
      VectorMask.fromLong(
          SPECIES,
          (1L << LANES) - (1L << (3 * LANES / 4)) + (1L << (LANES / 2)) - (1L << (LANES / 4)));

  private VectorFloats() {}

  static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k <= length - 4 * LANES; k += 4 * LANES) {
      sum0 = load(a, aStart + k).fma(load(b, bStart + k), sum0);
      sum1 = load(a, aStart + k + LANES).fma(load(b, bStart + k + LANES), sum1);
      sum2 = load(a, aStart + k + 2 * LANES).fma(load(b, bStart + k + 2 * LANES), sum2);
      sum3 = load(a, aStart + k + 3 * LANES).fma(load(b, bStart + k + 3 * LANES), sum3);
    }
    for (; k <= length - LANES; k += LANES) {
      sum0 = load(a, aStart + k).fma(load(b, bStart + k), sum0);
    }
    return sum(sum0.add(sum1).add(sum2.add(sum3)))
        + ScalarFloats.dot(a, aStart + k, b, bStart + k, length - k);
  }

  static void addScaled(float factor, float[] x, int xStart, float[] y, int yStart, int length) {
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    int k = 0;
    for (; k <= length - LANES; k += LANES) {
      load(x, xStart + k).fma(factors, load(y, yStart + k)).intoArray(y, yStart + k);
    }
    ScalarFloats.addScaled(factor, x, xStart + k, y, yStart + k, length - k);
  }

  static void rotate(
      float[] a, int aStart, float[] b, int bStart, float cosine, float sine, int length) {
    FloatVector cosines = FloatVector.broadcast(SPECIES, cosine);
    FloatVector sines = FloatVector.broadcast(SPECIES, sine);
    int k = 0;
    for (; k <= length - LANES; k += LANES) {
      FloatVector left = load(a, aStart + k);
      FloatVector right = load(b, bStart + k);
      left.mul(cosines).sub(right.mul(sines)).intoArray(a, aStart + k);
      left.mul(sines).add(right.mul(cosines)).intoArray(b, bStart + k);
    }
    ScalarFloats.rotate(a, aStart + k, b, bStart + k, cosine, sine, length - k);
  }

  static void dots(
      float[] rows,
      int stride,
      int[] picks,
      int from,
      int to,
      float[] vector,
      int vectorStart,
      int length,
      float[] dots) {
    int e = from;
    for (; e <= to - 4; e += 4) {
      dotFour(
          rows,
          picks[e] * stride,
          picks[e + 1] * stride,
          picks[e + 2] * stride,
          picks[e + 3] * stride,
          vector,
          vectorStart,
          length,
          dots,
          e - from);
    }
    for (; e < to; e++) {
      dots[e - from] = dot(rows, picks[e] * stride, vector, vectorStart, length);
    }
  }

  static void multiply(
      float[] rows,
      int rowsStart,
      int stride,
      int count,
      float[] vector,
      int vectorStart,
      int length,
      float[] products) {
    int i = 0;
    int row = rowsStart;
    for (; i <= count - 4; i += 4, row += 4 * stride) {
      dotFour(
          rows,
          row,
          row + stride,
          row + 2 * stride,
          row + 3 * stride,
          vector,
          vectorStart,
          length,
          products,
          i);
    }
    for (; i < count; i++, row += stride) {
      products[i] = dot(rows, row, vector, vectorStart, length);
    }
  }

  /** The inner products of four rows with a vector, each part of which is loaded once for four. */
  private static void dotFour(
      float[] rows,
      int row0,
      int row1,
      int row2,
      int row3,
      float[] vector,
      int vectorStart,
      int length,
      float[] dots,
      int at) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int k = 0;
    for (; k <= length - LANES; k += LANES) {
      FloatVector part = load(vector, vectorStart + k);
      sum0 = load(rows, row0 + k).fma(part, sum0);
      sum1 = load(rows, row1 + k).fma(part, sum1);
      sum2 = load(rows, row2 + k).fma(part, sum2);
      sum3 = load(rows, row3 + k).fma(part, sum3);
    }
    FloatVector sums = sums(sum0, sum1, sum2, sum3);
    dots[at] = sums.lane(0);
    dots[at + 1] = sums.lane(LANES / 4);
    dots[at + 2] = sums.lane(LANES / 2);
    dots[at + 3] = sums.lane(3 * LANES / 4);
    if (k < length) {
      int rest = length - k;
      dots[at] += ScalarFloats.dot(rows, row0 + k, vector, vectorStart + k, rest);
      dots[at + 1] += ScalarFloats.dot(rows, row1 + k, vector, vectorStart + k, rest);
      dots[at + 2] += ScalarFloats.dot(rows, row2 + k, vector, vectorStart + k, rest);
      dots[at + 3] += ScalarFloats.dot(rows, row3 + k, vector, vectorStart + k, rest);
    }
  }

  /** Eight vectors of the sum at a time, which stay in registers while all rows go by. */
  static void addRows(
      float[] rows,
      int stride,
      int[] picks,
      int from,
      int to,
      float[] factors,
      float[] sum,
      int sumStart,
      int length) {
    int k = 0;
    for (; k <= length - 8 * LANES; k += 8 * LANES) {
      addEight(rows, stride, k, picks, from, to, factors, sum, sumStart + k);
    }
    for (; k <= length - LANES; k += LANES) {
      FloatVector added = load(sum, sumStart + k);
      for (int e = from; e < to; e++) {
        added = load(rows, picks[e] * stride + k).fma(broadcast(factors[e - from]), added);
      }
      added.intoArray(sum, sumStart + k);
    }
    for (; k < length; k++) {
      for (int e = from; e < to; e++) {
        sum[sumStart + k] += factors[e - from] * rows[picks[e] * stride + k];
      }
    }
  }

  private static void addEight(
      float[] rows,
      int stride,
      int column,
      int[] picks,
      int from,
      int to,
      float[] factors,
      float[] sum,
      int at) {
    FloatVector sum0 = load(sum, at);
    FloatVector sum1 = load(sum, at + LANES);
    FloatVector sum2 = load(sum, at + 2 * LANES);
    FloatVector sum3 = load(sum, at + 3 * LANES);
    FloatVector sum4 = load(sum, at + 4 * LANES);
    FloatVector sum5 = load(sum, at + 5 * LANES);
    FloatVector sum6 = load(sum, at + 6 * LANES);
    FloatVector sum7 = load(sum, at + 7 * LANES);
    for (int e = from; e < to; e++) {
      int row = picks[e] * stride + column;
      FloatVector factor = broadcast(factors[e - from]);
      sum0 = load(rows, row).fma(factor, sum0);
      sum1 = load(rows, row + LANES).fma(factor, sum1);
      sum2 = load(rows, row + 2 * LANES).fma(factor, sum2);
      sum3 = load(rows, row + 3 * LANES).fma(factor, sum3);
      sum4 = load(rows, row + 4 * LANES).fma(factor, sum4);
      sum5 = load(rows, row + 5 * LANES).fma(factor, sum5);
      sum6 = load(rows, row + 6 * LANES).fma(factor, sum6);
      sum7 = load(rows, row + 7 * LANES).fma(factor, sum7);
    }
    sum0.intoArray(sum, at);
    sum1.intoArray(sum, at + LANES);
    sum2.intoArray(sum, at + 2 * LANES);
    sum3.intoArray(sum, at + 3 * LANES);
    sum4.intoArray(sum, at + 4 * LANES);
    sum5.intoArray(sum, at + 5 * LANES);
    sum6.intoArray(sum, at + 6 * LANES);
    sum7.intoArray(sum, at + 7 * LANES);
  }

  /** In tiles of four rows by four vectors: sixteen sums in registers for eight loads. */
  static void addProduct(View a, float[] b, int bStart, int bStride, Target c, int inner) {
    int height = c.height();
    int width = c.width();
    int j = 0;
    for (; j <= width - 4 * LANES; j += 4 * LANES) {
      int i = 0;
      for (; i <= height - 4; i += 4) {
        addTile(
            a.values(),
            a.start() + i * a.down(),
            a.down(),
            a.across(),
            b,
            bStart + j,
            bStride,
            c.values(),
            c.start() + i * c.stride() + j,
            c.stride(),
            inner);
      }
      for (; i < height; i++) {
        addStrip(
            a.values(),
            a.start() + i * a.down(),
            a.across(),
            b,
            bStart + j,
            bStride,
            c.values(),
            c.start() + i * c.stride() + j,
            inner);
      }
    }
    for (; j <= width - LANES; j += LANES) {
      for (int i = 0; i < height; i++) {
        int from = a.start() + i * a.down();
        int at = c.start() + i * c.stride() + j;
        FloatVector sum = load(c.values(), at);
        for (int k = 0; k < inner; k++) {
          FloatVector factor = broadcast(a.values()[from + k * a.across()]);
          sum = load(b, bStart + k * bStride + j).fma(factor, sum);
        }
        sum.intoArray(c.values(), at);
      }
    }
    if (j < width) {
      ScalarFloats.addProduct(
          a,
          b,
          bStart + j,
          bStride,
          new Target(c.values(), c.start() + j, c.stride(), height, width - j),
          inner);
    }
  }

  private static void addTile(
      float[] a,
      int aStart,
      int down,
      int across,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int cStart,
      int cStride,
      int inner) {
    int c1 = cStart + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector sum00 = load(c, cStart);
    FloatVector sum01 = load(c, cStart + LANES);
    FloatVector sum02 = load(c, cStart + 2 * LANES);
    FloatVector sum03 = load(c, cStart + 3 * LANES);
    FloatVector sum10 = load(c, c1);
    FloatVector sum11 = load(c, c1 + LANES);
    FloatVector sum12 = load(c, c1 + 2 * LANES);
    FloatVector sum13 = load(c, c1 + 3 * LANES);
    FloatVector sum20 = load(c, c2);
    FloatVector sum21 = load(c, c2 + LANES);
    FloatVector sum22 = load(c, c2 + 2 * LANES);
    FloatVector sum23 = load(c, c2 + 3 * LANES);
    FloatVector sum30 = load(c, c3);
    FloatVector sum31 = load(c, c3 + LANES);
    FloatVector sum32 = load(c, c3 + 2 * LANES);
    FloatVector sum33 = load(c, c3 + 3 * LANES);
    int at = aStart;
    int from = bStart;
    for (int k = 0; k < inner; k++) {
      FloatVector b0 = load(b, from);
      FloatVector b1 = load(b, from + LANES);
      FloatVector b2 = load(b, from + 2 * LANES);
      FloatVector b3 = load(b, from + 3 * LANES);
      FloatVector a0 = broadcast(a[at]);
      sum00 = b0.fma(a0, sum00);
      sum01 = b1.fma(a0, sum01);
      sum02 = b2.fma(a0, sum02);
      sum03 = b3.fma(a0, sum03);
      FloatVector a1 = broadcast(a[at + down]);
      sum10 = b0.fma(a1, sum10);
      sum11 = b1.fma(a1, sum11);
      sum12 = b2.fma(a1, sum12);
      sum13 = b3.fma(a1, sum13);
      FloatVector a2 = broadcast(a[at + 2 * down]);
      sum20 = b0.fma(a2, sum20);
      sum21 = b1.fma(a2, sum21);
      sum22 = b2.fma(a2, sum22);
      sum23 = b3.fma(a2, sum23);
      FloatVector a3 = broadcast(a[at + 3 * down]);
      sum30 = b0.fma(a3, sum30);
      sum31 = b1.fma(a3, sum31);
      sum32 = b2.fma(a3, sum32);
      sum33 = b3.fma(a3, sum33);
      at += across;
      from += bStride;
    }
    sum00.intoArray(c, cStart);
    sum01.intoArray(c, cStart + LANES);
    sum02.intoArray(c, cStart + 2 * LANES);
    sum03.intoArray(c, cStart + 3 * LANES);
    sum10.intoArray(c, c1);
    sum11.intoArray(c, c1 + LANES);
    sum12.intoArray(c, c1 + 2 * LANES);
    sum13.intoArray(c, c1 + 3 * LANES);
    sum20.intoArray(c, c2);
    sum21.intoArray(c, c2 + LANES);
    sum22.intoArray(c, c2 + 2 * LANES);
    sum23.intoArray(c, c2 + 3 * LANES);
    sum30.intoArray(c, c3);
    sum31.intoArray(c, c3 + LANES);
    sum32.intoArray(c, c3 + 2 * LANES);
    sum33.intoArray(c, c3 + 3 * LANES);
  }

  private static void addStrip(
      float[] a,
      int aStart,
      int across,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int cStart,
      int inner) {
    FloatVector sum0 = load(c, cStart);
    FloatVector sum1 = load(c, cStart + LANES);
    FloatVector sum2 = load(c, cStart + 2 * LANES);
    FloatVector sum3 = load(c, cStart + 3 * LANES);
    for (int k = 0; k < inner; k++) {
      FloatVector factor = broadcast(a[aStart + k * across]);
      int from = bStart + k * bStride;
      sum0 = load(b, from).fma(factor, sum0);
      sum1 = load(b, from + LANES).fma(factor, sum1);
      sum2 = load(b, from + 2 * LANES).fma(factor, sum2);
      sum3 = load(b, from + 3 * LANES).fma(factor, sum3);
    }
    sum0.intoArray(c, cStart);
    sum1.intoArray(c, cStart + LANES);
    sum2.intoArray(c, cStart + 2 * LANES);
    sum3.intoArray(c, cStart + 3 * LANES);
  }

  /**
   * The sum of the lanes. The library's own sum may take them in one order today and in another
   * tomorrow, by whether it has been compiled yet; this one is the same to the last bit.
   */
  private static float sum(FloatVector vector) {
    FloatVector sum = vector.add(vector.rearrange(BY_HALF));
    sum = sum.add(sum.rearrange(BY_QUARTER));
    return withinQuarters(sum).lane(0);
  }

  /**
   * The sums of the lanes of four vectors, at the starts of the four quarters of one: they are put
   * together half by half and quarter by quarter, which takes half the steps that four sums would.
   */
  private static FloatVector sums(FloatVector a, FloatVector b, FloatVector c, FloatVector d) {
    // Two halves of a in the lower half, two of c in the upper.
    FloatVector ac = a.blend(c, UPPER_HALF).add(c.blend(a, UPPER_HALF).rearrange(BY_HALF));
    FloatVector bd = b.blend(d, UPPER_HALF).add(d.blend(b, UPPER_HALF).rearrange(BY_HALF));
    // What is left of a in the first quarter, of b in the second, of c and d in the others.
    FloatVector even = ac.blend(bd.rearrange(BY_QUARTER_BACK), ODD_QUARTERS);
    FloatVector odd = ac.rearrange(BY_QUARTER).blend(bd, ODD_QUARTERS);
    return withinQuarters(even.add(odd));
  }

  /** The sums of the lanes of each quarter, at its start. */
  private static FloatVector withinQuarters(FloatVector vector) {
    FloatVector sum = vector;
    if (LANES >= 16) {
      sum = sum.add(sum.rearrange(BY_TWO));
    }
    if (LANES >= 8) {
      sum = sum.add(sum.rearrange(BY_ONE));
    }
    return sum;
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
