package io.shelfwise.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
  /** Of factors that are all 0, or next to it, there is a Gramian still. */
  @Test
  void theAxesOfNothingAreNumbersToo() {
    for (float next : new float[] {0, Float.MIN_VALUE, 1e-39f}) {
      float[] gramian = new float[16 * 16];
      for (int i = 0; i < 16; i++) {
        gramian[i * 16 + i] = next;
      }
      for (float part : PrincipalAxes.of(gramian, 16)) {
        assertThat(part).isFinite();
      }
    }
  }
}
