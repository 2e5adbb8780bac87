package io.shelfwise.recommend.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  @Test
  void rowsBecomeColumns() {
    // 1 0 2
    // 0 3 4
    SparseMatrix matrix =
        new SparseMatrix(3, new int[] {0, 2, 4}, new int[] {0, 2, 1, 2}, new float[] {1, 2, 3, 4});

    SparseMatrix turned = matrix.transposed();

    assertThat(turned.width()).isEqualTo(2);
    assertThat(turned.starts()).containsExactly(0, 1, 2, 4);
    assertThat(turned.columns()).containsExactly(0, 1, 0, 1);
    assertThat(turned.values()).containsExactly(1, 3, 2, 4);
  }
}
