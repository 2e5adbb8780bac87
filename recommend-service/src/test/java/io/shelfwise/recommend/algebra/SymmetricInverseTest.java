package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetricInverseTest {
  static Stream<TileProduct> products() {
    return Stream.of(new ScalarTileProduct(), new VectorTileProduct());
  }

  /** A·A⁻¹ is the identity, for orders within a tile, within a block, and across several. */
  @ParameterizedTest
  @MethodSource("products")
  void whatIsMultipliedByItsInverseIsTheIdentity(TileProduct product) {
    for (int order : new int[] {1, 2, 47, 48, 49, 144, 145, 300, 433}) {
      SymmetricMatrix matrix = random(order);
      double[][] before = square(matrix);

      SymmetricInverse.invert(matrix, product, SymmetricInverseTest::ignore);

      double[][] inverse = square(matrix);
      double worst = 0;
      for (int i = 0; i < order; i++) {
        for (int j = 0; j < order; j++) {
          double sum = i == j ? -1 : 0;
          for (int k = 0; k < order; k++) {
            sum += before[i][k] * inverse[k][j];
          }
          worst = Math.max(worst, Math.abs(sum));
        }
      }
      assertThat(worst).isLessThan(1e-6);
    }
  }

  /** The inverse of the matrix min(i, j), counted from 1, has 2 and −1 beside its diagonal. */
  @ParameterizedTest
  @MethodSource("products")
  void invertsAMatrixWhoseInverseIsKnown(TileProduct product) {
    int order = 200;
    SymmetricMatrix matrix = new SymmetricMatrix(order);
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        matrix.set(i, j, j + 1);
      }
    }

    SymmetricInverse.invert(matrix, product, SymmetricInverseTest::ignore);

    double worst = 0;
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        double known = i == j ? (i == order - 1 ? 1 : 2) : i - j == 1 ? -1 : 0;
        worst = Math.max(worst, Math.abs(matrix.get(i, j) - known));
      }
    }
    assertThat(worst).isLessThan(1e-3);
  }

  @Test
  void theNumberOfThreadsDoesNotChangeABit() {
    List<float[]> inverses = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      SymmetricMatrix matrix = random(500);
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        pool.submit(() -> SymmetricInverse.invert(matrix, SymmetricInverseTest::ignore)).join();
      }
      inverses.add(matrix.values());
    }
    assertThat(Arrays.equals(inverses.get(1), inverses.get(0))).isTrue();
    assertThat(Arrays.equals(inverses.get(2), inverses.get(0))).isTrue();
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    SymmetricMatrix matrix = random(200);
    matrix.set(170, 170, -1);

    assertThatThrownBy(() -> SymmetricInverse.invert(matrix, SymmetricInverseTest::ignore))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void itTellsHowFarItIsAndCanBeEnded() {
    List<Double> parts = new ArrayList<>();
    assertThatThrownBy(
            () ->
                SymmetricInverse.invert(
                    random(600),
                    part -> {
                      parts.add(part);
                      if (part >= 0.5) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(parts).isSorted().startsWith(0.0).hasSizeGreaterThan(2);
  }

  private static void ignore(double part) {}

  /** X·Xᵀ / order + 1, with X of normally distributed numbers whose seed is the order. */
  private static SymmetricMatrix random(int order) {
    Random random = new Random(order);
    double[][] x = new double[order][order];
    for (double[] row : x) {
      for (int k = 0; k < order; k++) {
        row[k] = random.nextGaussian();
      }
    }
    SymmetricMatrix matrix = new SymmetricMatrix(order);
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? order : 0;
        for (int k = 0; k < order; k++) {
          sum += x[i][k] * x[j][k];
        }
        matrix.set(i, j, (float) (sum / order));
      }
    }
    return matrix;
  }

  private static double[][] square(SymmetricMatrix matrix) {
    double[][] square = new double[matrix.order()][matrix.order()];
    for (int i = 0; i < square.length; i++) {
      for (int j = 0; j < square.length; j++) {
        square[i][j] = matrix.get(i, j);
      }
    }
    return square;
  }
}
