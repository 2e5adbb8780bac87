package io.shelfwise.recommend.algebra;

import io.shelfwise.recommend.algebra.Floats.Target;
import io.shelfwise.recommend.algebra.Floats.View;

/** {@link Floats}, one number at a time. */
final class ScalarFloats {
  private ScalarFloats() {}

  static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    float sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[aStart + k] * b[bStart + k];
    }
    return sum;
  }

  static void addScaled(float factor, float[] x, int xStart, float[] y, int yStart, int length) {
    for (int k = 0; k < length; k++) {
      y[yStart + k] += factor * x[xStart + k];
    }
  }

  static void rotate(
      float[] a, int aStart, float[] b, int bStart, float cosine, float sine, int length) {
    for (int k = 0; k < length; k++) {
      float left = a[aStart + k];
      float right = b[bStart + k];
      a[aStart + k] = cosine * left - sine * right;
      b[bStart + k] = sine * left + cosine * right;
    }
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
    for (int e = from; e < to; e++) {
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
    for (int i = 0; i < count; i++) {
      products[i] = dot(rows, rowsStart + i * stride, vector, vectorStart, length);
    }
  }

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
    for (int e = from; e < to; e++) {
      addScaled(factors[e - from], rows, picks[e] * stride, sum, sumStart, length);
    }
  }

  static void addProduct(View a, float[] b, int bStart, int bStride, Target c, int inner) {
    for (int i = 0; i < c.height(); i++) {
      for (int k = 0; k < inner; k++) {
        float factor = a.values()[a.start() + i * a.down() + k * a.across()];
        addScaled(
            factor, b, bStart + k * bStride, c.values(), c.start() + i * c.stride(), c.width());
      }
    }
  }
}
