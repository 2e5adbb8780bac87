package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DigammaTest {
  private static final double EULER = 0.5772156649015329;

  @Test
  void knowsItsClosedForms() {
    assertThat(Digamma.of(1)).isCloseTo(-EULER, within(1e-15));
    assertThat(Digamma.of(0.5)).isCloseTo(-EULER - 2 * Math.log(2), within(2e-15));
    assertThat(Digamma.of(1.0 / 3))
        .isCloseTo(-EULER - Math.PI / (2 * Math.sqrt(3)) - 1.5 * Math.log(3), within(4e-15));
    assertThat(Digamma.of(1e-6)).isCloseTo(-1e6 - EULER + 1.6449340668e-6, within(1e-9));
  }

  /** ψ(x+1) = ψ(x) + 1/x, on both sides of where the series begins. */
  @Test
  void growsByTheReciprocal() {
    for (double x = 0.3; x < 200; x *= 1.1) {
      assertThat(Digamma.of(x + 1) - Digamma.of(x)).isCloseTo(1 / x, within(4e-15));
    }
  }
}
