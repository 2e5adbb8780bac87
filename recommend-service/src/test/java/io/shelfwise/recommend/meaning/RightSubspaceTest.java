package io.shelfwise.recommend.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.apache.mahout.math.DenseMatrix;
import org.apache.mahout.math.Matrix;
import org.apache.mahout.math.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class RightSubspaceTest {
  private static final int HEIGHT = 300;
  private static final int WIDTH = 80;

  /** A few strong directions and noise, as texts on a few themes are. */
  private static SparseMatrix themed() {
    Random random = new Random(7);
    SparseMatrix.Builder rows = new SparseMatrix.Builder();
    for (int row = 0; row < HEIGHT; row++) {
      int theme = random.nextInt(8);
      for (int column = 0; column < WIDTH; column++) {
        if (column / 10 == theme || random.nextInt(20) == 0) {
          rows.add(column, (column / 10 == theme ? 8 - theme : 1) * random.nextDouble());
        }
      }
      rows.endRow();
    }
    return rows.build(WIDTH);
  }

  /** Property: the columns are orthonormal, and the matrix is as long along each as it can be. */
  @Test
  void vectorsAreThoseOfTheLargestSingularValues() {
    SparseMatrix matrix = themed();
    double[] expected =
        new SingularValueDecomposition(dense(matrix)).getSingularValues(); // Mahout's, of all

    DenseRows vectors = RightSubspace.of(matrix, 6, 1);

    assertThat(vectors.width()).isEqualTo(6);
    double[][] products = vectors.gram();
    double[][] lengths = DenseRows.product(matrix, vectors).gram();
    for (int i = 0; i < 6; i++) {
      assertThat(Math.sqrt(lengths[i][i])).isCloseTo(expected[i], within(1e-3 * expected[0]));
      for (int j = 0; j < 6; j++) {
        assertThat(products[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-4));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameVectorsOnHoweverManyThreads() {
    SparseMatrix matrix = themed();
    float[] here = RightSubspace.of(matrix, 20, 3).values();
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(one.submit(() -> RightSubspace.of(matrix, 20, 3).values()).join()).isEqualTo(here);
    }
  }

  @Test
  void ofAMatrixOfLittleRankThereAreFew() {
    SparseMatrix.Builder rows = new SparseMatrix.Builder();
    for (int row = 0; row < 50; row++) {
      rows.add(row % 3, 1);
      rows.endRow();
    }
    assertThat(RightSubspace.of(rows.build(30), 20, 1).width()).isEqualTo(3);
  }

  @Test
  void ofAMatrixThatIsZeroThereAreNone() {
    SparseMatrix.Builder rows = new SparseMatrix.Builder();
    for (int row = 0; row < 4; row++) {
      rows.add(row % 2, 0);
      rows.endRow();
    }
    assertThat(RightSubspace.of(rows.build(3), 20, 1).width()).isZero();
  }

  private static Matrix dense(SparseMatrix sparse) {
    Matrix dense = new DenseMatrix(sparse.height(), sparse.width());
    for (int row = 0; row < sparse.height(); row++) {
      for (int e = sparse.starts()[row]; e < sparse.starts()[row + 1]; e++) {
        dense.set(row, sparse.columns()[e], sparse.values()[e]);
      }
    }
    return dense;
  }
}
