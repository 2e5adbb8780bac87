package io.shelfwise.recommend.factors;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A vector of numbers, its factors, for each of many customers or products. Row {@code i} starts at
 * {@code i · stride}; what the stride has beyond the width is 0 and stays 0, so that kernels need
 * only know whole vectors of the processor.
 *
 * <p>For kernels, which read the array as it is.
 *
 * @param count how many rows there are
 * @param width how many factors a row has
 * @param values the factors, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // the largest thing in memory; compared by no one
record Factors(int count, int width, float[] values) {
  /** The stride is a multiple of it: as many floats as the widest vectors of processors have. */
  private static final int UNIT = 16;

  Factors {
    if ((long) count * stride(width) != values.length) {
      throw new IllegalArgumentException(
          "values: " + values.length + " (expected: " + (long) count * stride(width) + ")");
    }
  }

  /** So many rows of zeros. */
  static Factors zeros(int count, int width) {
    return new Factors(count, width, new float[Math.multiplyExact(count, stride(width))]);
  }

  /**
   * So many rows of random numbers, of mean 0 and standard deviation {@code deviation}. A row
   * depends on the seed and its number only.
   */
  static Factors random(int count, int width, double deviation, long seed) {
    Factors factors = zeros(count, width);
    double range = Math.sqrt(12) * deviation;
    for (int row = 0; row < count; row++) {
      SplittableRandom random = new SplittableRandom(seed + row * 0x9E3779B97F4A7C15L);
      int start = factors.start(row);
      for (int k = 0; k < width; k++) {
        factors.values[start + k] = (float) (range * (random.nextDouble() - 0.5));
      }
    }
    return factors;
  }

  private static int stride(int width) {
    return (width + UNIT - 1) / UNIT * UNIT;
  }

  /** The distance between the starts of rows. */
  int stride() {
    return stride(width);
  }

  /** Where a row starts. */
  int start(int row) {
    return row * stride();
  }

  /** Makes a row 0. */
  void clear(int row) {
    Arrays.fill(values, start(row), start(row) + stride(), 0);
  }

  /** Some of the rows, in this order. */
  Factors rows(int[] chosen) {
    Factors rows = zeros(chosen.length, width);
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, start(chosen[i]), rows.values, start(i), stride());
    }
    return rows;
  }

  /** Writes the factors to a snapshot. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(count);
    out.writeInt(width);
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        out.writeFloat(values[start(row) + k]);
      }
    }
  }

  /** Reads factors from a snapshot. */
  static Factors read(DataInputStream in) throws IOException {
    int count = in.readInt();
    Factors factors = zeros(count, in.readInt());
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < factors.width; k++) {
        factors.values[factors.start(row) + k] = in.readFloat();
      }
    }
    return factors;
  }
}
