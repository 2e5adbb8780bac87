package io.shelfwise.recommend.algebra;

import io.shelfwise.recommend.algebra.Floats.Target;
import io.shelfwise.recommend.algebra.Floats.View;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
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
    float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
    return sum + ScalarFloats.dot(a, aStart + k, b, bStart + k, length - k);
  }

  static void addScaled(float factor, float[] x, int xStart, float[] y, int yStart, int length) {
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    int k = 0;
    for (; k <= length - LANES; k += LANES) {
      load(x, xStart + k).fma(factors, load(y, yStart + k)).intoArray(y, yStart + k);
    }
    ScalarFloats.addScaled(factor, x, xStart + k, y, yStart + k, length - k);
  }

  /** Four rows at a time, so that each part of the vector is loaded once for four. */
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
    int whole = length - length % LANES;
    int e = from;
    for (; e <= to - 4; e += 4) {
      int row0 = picks[e] * stride;
      int row1 = picks[e + 1] * stride;
      int row2 = picks[e + 2] * stride;
      int row3 = picks[e + 3] * stride;
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int k = 0; k < whole; k += LANES) {
        FloatVector part = load(vector, vectorStart + k);
        sum0 = load(rows, row0 + k).fma(part, sum0);
        sum1 = load(rows, row1 + k).fma(part, sum1);
        sum2 = load(rows, row2 + k).fma(part, sum2);
        sum3 = load(rows, row3 + k).fma(part, sum3);
      }
      dots[e - from] = sum0.reduceLanes(VectorOperators.ADD);
      dots[e - from + 1] = sum1.reduceLanes(VectorOperators.ADD);
      dots[e - from + 2] = sum2.reduceLanes(VectorOperators.ADD);
      dots[e - from + 3] = sum3.reduceLanes(VectorOperators.ADD);
    }
    for (; e < to; e++) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int k = 0; k < whole; k += LANES) {
        sum = load(rows, picks[e] * stride + k).fma(load(vector, vectorStart + k), sum);
      }
      dots[e - from] = sum.reduceLanes(VectorOperators.ADD);
    }
    if (whole < length) {
      for (e = from; e < to; e++) {
        dots[e - from] +=
            ScalarFloats.dot(
                rows, picks[e] * stride + whole, vector, vectorStart + whole, length - whole);
      }
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

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
