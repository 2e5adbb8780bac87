package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.algebra.Floats.Target;
import io.shelfwise.recommend.algebra.Floats.View;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * On random operands, of lengths with and without a remainder, the vectors of the processor and the
 * plain loops come to the same.
 */
class FloatsTest {
  private static final int[] LENGTHS = {1, 7, 16, 31, 64, 127, 128, 200};
  private static final float ROUNDING = 2e-4f;

  private final Random random = Chance.random();

  @Test
  void innerProductsAreTheSame() {
    for (int length : LENGTHS) {
      float[] a = numbers(length + 3);
      float[] b = numbers(length + 5);
      assertThat(VectorFloats.dot(a, 3, b, 5, length))
          .isCloseTo(ScalarFloats.dot(a, 3, b, 5, length), within(ROUNDING));
    }
  }

  @Test
  void scaledSumsAreTheSame() {
    for (int length : LENGTHS) {
      float[] x = numbers(length + 2);
      float[] vectors = numbers(length + 4);
      float[] scalars = vectors.clone();
      VectorFloats.addScaled(-0.3f, x, 2, vectors, 4, length);
      ScalarFloats.addScaled(-0.3f, x, 2, scalars, 4, length);
      assertSame(vectors, scalars);
    }
  }

  @Test
  void innerProductsOfPickedRowsAreTheSame() {
    for (int length : LENGTHS) {
      float[] rows = numbers(20 * length);
      float[] vector = numbers(length + 1);
      int[] picks = picks(11);
      float[] vectors = new float[9];
      float[] scalars = new float[9];
      VectorFloats.dots(rows, length, picks, 2, 11, vector, 1, length, vectors);
      ScalarFloats.dots(rows, length, picks, 2, 11, vector, 1, length, scalars);
      assertSame(vectors, scalars);
    }
  }

  @Test
  void innerProductsOfRowsAreTheSame() {
    for (int length : LENGTHS) {
      float[] rows = numbers(10 * length);
      float[] vector = numbers(length + 1);
      float[] vectors = new float[9];
      float[] scalars = new float[9];
      VectorFloats.multiply(rows, length, length, 9, vector, 1, length, vectors);
      ScalarFloats.multiply(rows, length, length, 9, vector, 1, length, scalars);
      assertSame(vectors, scalars);
    }
  }

  @Test
  void turnedVectorsAreTheSame() {
    for (int length : LENGTHS) {
      float[] a = numbers(length);
      float[] b = numbers(length);
      float[] scalarA = a.clone();
      float[] scalarB = b.clone();
      VectorFloats.rotate(a, 0, b, 0, 0.8f, 0.6f, length);
      ScalarFloats.rotate(scalarA, 0, scalarB, 0, 0.8f, 0.6f, length);
      assertSame(a, scalarA);
      assertSame(b, scalarB);
    }
  }

  @Test
  void sumsOfPickedRowsAreTheSame() {
    for (int length : LENGTHS) {
      float[] rows = numbers(20 * length);
      float[] factors = numbers(9);
      int[] picks = picks(11);
      float[] vectors = numbers(length + 1);
      float[] scalars = vectors.clone();
      VectorFloats.addRows(rows, length, picks, 2, 11, factors, vectors, 1, length);
      ScalarFloats.addRows(rows, length, picks, 2, 11, factors, scalars, 1, length);
      assertSame(vectors, scalars);
    }
  }

  @Test
  void productsAreTheSame() {
    for (int width : LENGTHS) {
      int height = 7;
      int inner = 19;
      float[] a = numbers(height * inner);
      float[] b = numbers(inner * width);
      float[] vectors = numbers(height * width);
      float[] scalars = vectors.clone();
      float[] transposed = vectors.clone();
      View view = new View(a, 0, inner, 1);
      VectorFloats.addProduct(view, b, 0, width, target(vectors, height, width), inner);
      ScalarFloats.addProduct(view, b, 0, width, target(scalars, height, width), inner);
      assertSame(vectors, scalars);

      View turned = new View(turned(a, height, inner), 0, 1, height);
      VectorFloats.addProduct(turned, b, 0, width, target(transposed, height, width), inner);
      assertThat(transposed).containsExactly(vectors);
    }
  }

  /** A row of a product does not depend on the rows that are computed with it, to the last bit. */
  @Test
  void everyRowOfAProductStandsForItself() {
    int inner = 50;
    float[] a = numbers(6 * inner);
    float[] b = numbers(inner * 100);
    float[] together = new float[6 * 100];
    float[] single = new float[6 * 100];
    Floats.addProduct(new View(a, 0, inner, 1), b, 0, 100, target(together, 6, 100), inner);
    for (int i = 0; i < 6; i++) {
      Target row = new Target(single, i * 100, 100, 1, 100);
      Floats.addProduct(new View(a, i * inner, inner, 1), b, 0, 100, row, inner);
    }
    assertThat(together).containsExactly(single);
  }

  private static Target target(float[] values, int height, int width) {
    return new Target(values, 0, width, height, width);
  }

  private static float[] turned(float[] a, int height, int width) {
    float[] turned = new float[a.length];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        turned[j * height + i] = a[i * width + j];
      }
    }
    return turned;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private int[] picks(int count) {
    return random.ints(count, 0, 20).toArray();
  }

  private static void assertSame(float[] vectors, float[] scalars) {
    assertThat(vectors).hasSameSizeAs(scalars);
    for (int i = 0; i < vectors.length; i++) {
      assertThat(vectors[i]).isCloseTo(scalars[i], within(ROUNDING));
    }
  }
}
