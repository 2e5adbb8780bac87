package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatCholeskyTest {
  /** What is solved, multiplied by the matrix again, is what was to be solved for. */
  @Test
  void whatIsSolvedFitsTheEquations() {
    Random random = new Random(4711);
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

  /** With {@code x = U⁻ᵀ b}, {@code x·x = bᵀ M⁻¹ b}: half of a solution is enough for that. */
  @Test
  void halfASolutionMeasuresTheWhole() {
    Random random = new Random(4711);
    int size = 20;
    float[] matrix = positive(size, size, random);
    FloatCholesky.decompose(matrix, size, size);
    float[] b = new float[size];
    for (int i = 0; i < size; i++) {
      b[i] = (float) random.nextGaussian();
    }
    float[] half = b.clone();
    float[] whole = b.clone();

    FloatCholesky.forward(matrix, size, size, half, 0);
    FloatCholesky.solve(matrix, size, size, whole, 0);

    assertThat(Floats.dot(half, 0, half, 0, size))
        .isCloseTo(Floats.dot(b, 0, whole, 0, size), within(1e-4f));
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
