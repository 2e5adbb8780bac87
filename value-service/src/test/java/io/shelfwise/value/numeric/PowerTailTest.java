package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTailTest {
  /**
   * ln ∫ (a+v)^−p (b+v)^−q dv, reckoned with forty digits from the hypergeometric function. What is
   * taken is a^p b^q times as much.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1.6, 10, 12, -2.7820269196949408",
    "3, 0.6, 12, 10, -7.3385820137606474",
    "2.5, 1.1, 1e-3, 5, 8.1853607214638372",
    "0.4, 1.2, 2, 3e5, -6.6856180150222018",
    "300, 1.5, 10, 200, -702.12111403207185",
    "300, 1.5, 200, 0.1, -1588.2771191425764",
    "25, 3, 1e-4, 40, 206.80347640865177",
    "1, 1, 3, 3, -1.0986122886681097",
    "0.05, 1.01, 7, 9, 2.6822481411878183",
    "2000, 5, 4, 30, -2795.8091507105027",
    "1.2, 0.05, 1e6, 3, -2.0495129438646381",
    "9.9, 40, 1e-6, 1, 120.77198762587007",
    "1.78, 1e-5, 100, 1e7, -3.3437325724789032",
    "6.6, 1.00001, 50, 2e6, -38.138903688016569",
    "0.79, 1.000006, 60, 1.4e7, -11.436755986789464",
  })
  void agreesWithFortyDigitArithmetic(double p, double q, double a, double b, double logarithm) {
    assertThat(logarithm(p, q, a, b) - p * Math.log(a) - q * Math.log(b))
        .isCloseTo(logarithm, within(2e-13 + 1e-15 * Math.abs(logarithm)));
  }

  /** What the integrand falls by in all is 1: p/a I(p+1, q) + q/b I(p, q+1) = 1. */
  @Test
  void fallsByWhatItWas() {
    Random random = Chance.random();
    for (int round = 0; round < 1_000; round++) {
      double p = Math.exp(6 * random.nextDouble() - 2);
      double q = Math.exp(6 * random.nextDouble() - 2);
      double a = Math.exp(16 * random.nextDouble() - 8);
      double b = Math.exp(16 * random.nextDouble() - 8);

      double fall =
          p / a * Math.exp(logarithm(p + 1, q, a, b)) + q / b * Math.exp(logarithm(p, q + 1, a, b));

      assertThat(fall).isCloseTo(1, within(1e-12));
    }
  }

  /** Where q is so large that the second power is as good as e^−v: ∫ (1+v)^−1 e^−v dv. */
  @Test
  void comesToAnExponential() {
    double q = 1e9;
    assertThat(logarithm(1, q, 1, q)).isCloseTo(Math.log(0.5963473623231941), within(1e-8));
  }

  /** The derivatives are what a small step in each variable changes. */
  @Test
  void knowsItsSlopes() {
    Random random = Chance.random();
    for (int round = 0; round < 200; round++) {
      double[] at = new double[4];
      at[0] = 1 + Math.exp(5 * random.nextDouble() - 2);
      at[1] = Math.exp(5 * random.nextDouble() - 2);
      at[2] = Math.exp(12 * random.nextDouble() - 6);
      at[3] = Math.exp(12 * random.nextDouble() - 6);
      PowerTail tail = new PowerTail();
      tail.at(at[0], at[1], at[2], at[3]);

      assertSlope(at, 0, tail.byP());
      assertSlope(at, 1, tail.byQ());
      assertSlope(at, 2, tail.byA());
      assertSlope(at, 3, tail.byB());
    }
  }

  private static void assertSlope(double[] at, int i, double slope) {
    double step = 1e-5 * at[i];
    ToDoubleFunction<Double> moved =
        by -> {
          double[] point = at.clone();
          point[i] += by;
          return logarithm(point[0], point[1], point[2], point[3]);
        };
    double expected = (moved.applyAsDouble(step) - moved.applyAsDouble(-step)) / (2 * step);
    // A difference of logarithms loses their digits beyond the sixteenth.
    double rounding = 1e-15 * Math.abs(moved.applyAsDouble(0.0)) / step;
    assertThat(slope).isCloseTo(expected, within(1e-6 * Math.abs(slope) + rounding + 1e-15 / step));
  }

  private static double logarithm(double p, double q, double a, double b) {
    PowerTail tail = new PowerTail();
    tail.at(p, q, a, b);
    return tail.logarithm();
  }
}
