package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogConcaveTest {
  /** ∫ e^−(x−m)²/2σ² = σ √2π, wherever the hump is and however narrow. */
  @Test
  void findsTheHump() {
    for (double deviation : new double[] {1e-3, 1, 30}) {
      for (double mean : new double[] {-700, 0, 123.456}) {
        double found =
            LogConcave.logIntegral(
                x -> -(x - mean) * (x - mean) / (2 * deviation * deviation), -1_000, 1_000);
        assertThat(found).isCloseTo(Math.log(deviation * Math.sqrt(2 * Math.PI)), within(1e-11));
      }
    }
  }

  /** ∫ e^(cx) over [0, 1] = (e^c − 1)/c, which for the last c no double holds. */
  @Test
  void findsAHumpAtAnEnd() {
    assertThat(LogConcave.logIntegral(x -> -50 * x, 0, 1))
        .isCloseTo(Math.log(-Math.expm1(-50) / 50), within(1e-11));
    assertThat(LogConcave.logIntegral(x -> 0, 2, 5)).isCloseTo(Math.log(3), within(1e-12));
    assertThat(LogConcave.logIntegral(x -> 1e4 * x, 0, 1))
        .isCloseTo(1e4 - Math.log(1e4), within(1e-11));
  }

  @Test
  void isNothingOverNothing() {
    assertThat(LogConcave.logIntegral(x -> x, 3, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
