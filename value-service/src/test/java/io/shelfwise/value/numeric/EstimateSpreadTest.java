package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateSpreadTest {
  /**
   * Two parameters whose logarithms have the standard deviations 0.1 and 0.3 and the correlation
   * 0.9, and between them one that the data do not determine.
   */
  private static final Estimates ESTIMATES =
      new Estimates(
          List.of("r", "s", "beta"),
          new double[] {0.5, 7, 12},
          new boolean[] {true, false, true},
          new double[][] {
            {Math.pow(0.5 * 0.1, 2), 0, 0.9 * 0.5 * 0.1 * 12 * 0.3},
            {0, 0, 0},
            {0.9 * 0.5 * 0.1 * 12 * 0.3, 0, Math.pow(12 * 0.3, 2)}
          });

  /** Var(2 ln r − ln β) = 4 · 0.1² − 4 · 0.9 · 0.1 · 0.3 + 0.3². */
  @Test
  void isExactForProductsOfPowers() {
    var directions = EstimateSpread.directions(ESTIMATES);

    double variance =
        EstimateSpread.logVariance(
            directions, e -> e.value("s") * Math.pow(e.value("r"), 2) / e.value("beta"));

    assertThat(variance).isCloseTo(4 * 0.01 - 4 * 0.9 * 0.03 + 0.09, within(1e-14));
  }

  @Test
  void leavesWhatIsNotDetermined() {
    assertThat(EstimateSpread.directions(ESTIMATES))
        .hasSize(2)
        .allSatisfy(
            direction -> {
              assertThat(direction.more().names()).isEqualTo(ESTIMATES.names());
              assertThat(direction.more().value("s")).isEqualTo(7);
              assertThat(direction.less().value("s")).isEqualTo(7);
            });
    assertThat(EstimateSpread.directions(Estimates.known(List.of("r"), 3))).isEmpty();
  }

  /** Nine in ten of a normal distribution lie within 1.6449 standard deviations. */
  @Test
  void comesToIntervals() {
    Interval interval = Interval.aroundMedian(5, 0.04, 0.9);
    assertThat(interval.low()).isCloseTo(5 * Math.exp(-1.6448536269514722 * 0.2), within(1e-12));
    assertThat(interval.high()).isCloseTo(5 * Math.exp(1.6448536269514722 * 0.2), within(1e-12));
    assertThat(Interval.aroundMedian(0, 0, 0.9)).isEqualTo(new Interval(0, 0, 0.9));
    assertThatThrownBy(() -> new Interval(2, 1, 0.9)).hasMessageContaining("2.0, 1.0");
    assertThatThrownBy(() -> new Interval(1, 2, 1)).hasMessageContaining("level: 1.0");
  }
}
