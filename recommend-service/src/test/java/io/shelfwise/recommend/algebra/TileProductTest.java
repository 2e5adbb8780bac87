package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C + A·Bᵀ is what its definition says, on random matrices of the seed 7. */
class TileProductTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 96;
  private static final int STRIDE = 100;

  static Stream<TileProduct> products() {
    return Stream.of(new ScalarTileProduct(), new VectorTileProduct());
  }

  @ParameterizedTest
  @MethodSource("products")
  void addsTheProduct(TileProduct product) {
    Random random = new Random(7);
    for (int depth : new int[] {1, 2, 17, 48}) {
      float[] a = gaussians(random, ROWS * depth);
      float[] b = gaussians(random, COLUMNS * depth);
      float[] c = gaussians(random, ROWS * STRIDE);
      float[] before = c.clone();

      product.add(
          depth,
          ROWS,
          COLUMNS,
          packed(a, ROWS, depth, TileProduct.HEIGHT),
          0,
          packed(b, COLUMNS, depth, product.width()),
          0,
          c,
          1,
          STRIDE);

      double worst = 0;
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < STRIDE; j++) {
          double sum = before[i * STRIDE + j];
          // The part of C starts at its second column.
          for (int k = 0; k < depth && j >= 1 && j <= COLUMNS; k++) {
            sum += (double) a[i * depth + k] * b[(j - 1) * depth + k];
          }
          worst = Math.max(worst, Math.abs(c[i * STRIDE + j] - sum));
        }
      }
      assertThat(worst).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void tilesOfAllProductsFitTheGrainOfAMatrix(TileProduct product) {
    assertThat(SymmetricMatrix.GRAIN % product.width()).isZero();
    assertThat(SymmetricMatrix.GRAIN % TileProduct.HEIGHT).isZero();
  }

  private static float[] packed(float[] values, int rows, int columns, int height) {
    float[] packed = new float[values.length];
    Strips.pack(values, 0, columns, 1, rows, columns, packed, 0, height);
    return packed;
  }

  private static float[] gaussians(Random random, int count) {
    float[] gaussians = new float[count];
    for (int i = 0; i < count; i++) {
      gaussians[i] = (float) random.nextGaussian();
    }
    return gaussians;
  }
}
