package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatCholeskyTest {
  /** What is solved, multiplied by the matrix again, is what was to be solved for. */
  @Test
  void whatIsSolvedFitsTheEquations() {
    Random random = Chance.random();
    int size = 37;
    int stride = 48;
    float[] matrix = positive(size, stride, random);
    float[] taken = matrix.clone();
    FloatCholesky.decompose(taken, size, stride);
    float[] right = new float[size];
    for (int i = 0; i < size; i++) {
      right[i] = (float) random.nextGaussian();
    }
    float[] solution = right.clone();

    FloatCholesky.solve(taken, size, stride, solution, 0);

    for (int i = 0; i < size; i++) {
      assertThat(Floats.dot(matrix, i * stride, solution, 0, size))
          .isCloseTo(right[i], within(1e-4f));
    }
  }

  @Test
  void manyAreSolvedAtOnceAsOneByOne() {
    Random random = Chance.random();
    int size = 20;
    int width = 7;
    float[] matrix = positive(size, size, random);
    FloatCholesky.decompose(matrix, size, size);
    float[] together = new float[size * width];
    for (int i = 0; i < together.length; i++) {
      together[i] = (float) random.nextGaussian();
    }
    float[][] single = new float[width][size];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < size; i++) {
        single[j][i] = together[i * width + j];
      }
      FloatCholesky.solve(matrix, size, size, single[j], 0);
    }

    FloatCholesky.solveRows(matrix, size, size, together, width);

    for (int j = 0; j < width; j++) {
      for (int i = 0; i < size; i++) {
        assertThat(together[i * width + j]).isCloseTo(single[j][i], within(1e-4f));
      }
    }
  }

  /** A random matrix times its transpose, and 1 on the diagonal. */
  private static float[] positive(int size, int stride, Random random) {
    float[] root = new float[size * size];
    for (int i = 0; i < root.length; i++) {
      root[i] = (float) (random.nextGaussian() / Math.sqrt(size));
    }
    float[] matrix = new float[size * stride];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i * stride + j] =
            Floats.dot(root, i * size, root, j * size, size) + (i == j ? 1 : 0);
      }
    }
    return matrix;
  }
}
