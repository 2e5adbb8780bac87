package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuadratureTest {
  @Test
  void integratesWhatHasAKnownIntegral() {
    assertThat(Quadrature.integrate(Math::exp, 0, 1)).isCloseTo(Math.E - 1, within(1e-14));
    assertThat(Quadrature.integrate(Math::sin, 0, 100)).isCloseTo(1 - Math.cos(100), within(1e-10));
    assertThat(Quadrature.integrate(x -> 1 / (1 + x * x), 0, 50))
        .isCloseTo(Math.atan(50), within(1e-11));
  }

  @Test
  void isNothingOverNothing() {
    assertThat(Quadrature.integrate(Math::exp, 3, 3)).isZero();
  }
}
