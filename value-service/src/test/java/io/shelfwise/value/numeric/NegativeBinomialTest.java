package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  /** Its mean is shape · t/A, its mean square that squared and itself and its square by shape. */
  @ParameterizedTest
  @CsvSource({"0.2, 4, 52", "3, 40, 0.5", "2000, 40, 60", "1e-3, 1, 1000", "50000, 3, 3"})
  void hasTheMomentsOfAMixedPoisson(double shape, double rate, double time) {
    NegativeBinomial count = new NegativeBinomial(shape, rate, time);
    double mean = shape * time / rate;

    assertThat(count.mean(_ -> 1)).isCloseTo(1, within(1e-10));
    assertThat(count.mean(n -> n) / mean).isCloseTo(1, within(1e-10));
  }

  /** With shape 1 it is geometric: at least m events have the probability y^m. */
  @Test
  void isGeometricAtShapeOne() {
    NegativeBinomial count = new NegativeBinomial(1, 3, 6);
    double y = 6.0 / (3 + 6);
    for (int m = 0; m < 3_000; m = 2 * m + 1) {
      assertThat(count.probabilityOfAtLeast(m)).isCloseTo(Math.pow(y, m), within(1e-13));
      assertThat(count.probabilityOf(m)).isCloseTo((1 - y) * Math.pow(y, m), within(1e-13));
    }
  }

  /** Where P(0) is less than a double holds, the rest is not. */
  @Test
  void addsUpWhereTheFirstTermVanishes() {
    NegativeBinomial count = new NegativeBinomial(1e4, 10, 1_000);

    assertThat(count.probabilityOf(0)).isZero();
    assertThat(count.mean(n -> n) / 1e6).isCloseTo(1, within(1e-9));
    assertThat(count.probabilityOfAtLeast(1)).isCloseTo(1, within(1e-6));
  }

  @Test
  void knowsThatNothingHappensInNoTime() {
    NegativeBinomial count = new NegativeBinomial(2, 3, 0);

    assertThat(count.probabilityOf(0)).isEqualTo(1);
    assertThat(count.probabilityOf(1)).isZero();
    assertThat(count.probabilityOfAtLeast(1)).isZero();
    assertThat(count.mean(n -> n + 5)).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new NegativeBinomial(0, 1, 1)).hasMessageContaining("shape");
    assertThatThrownBy(() -> new NegativeBinomial(1, 1, -1)).hasMessageContaining("time: -1");
    assertThatThrownBy(() -> new NegativeBinomial(1, 1, Double.NaN)).hasMessageContaining("time");
  }
}
