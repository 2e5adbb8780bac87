package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateDrawsTest {
  private static final int DRAWS = 40_000;

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

  /** Of so many draws the moments are right to about their square root. */
  @Test
  void haveTheirMeanAndCovariance() {
    List<double[]> logarithms =
        new EstimateDraws(ESTIMATES)
            .draws(1)
            .limit(DRAWS)
            .map(
                drawn ->
                    new double[] {Math.log(drawn.value(0) / 0.5), Math.log(drawn.value(2) / 12)})
            .toList();

    assertThat(moment(logarithms, 0)).isCloseTo(0, within(4 * 0.1 / 200));
    assertThat(moment(logarithms, 1)).isCloseTo(0, within(4 * 0.3 / 200));
    assertThat(moment(logarithms, 0, 0) / (0.1 * 0.1)).isCloseTo(1, within(0.03));
    assertThat(moment(logarithms, 1, 1) / (0.3 * 0.3)).isCloseTo(1, within(0.03));
    assertThat(moment(logarithms, 0, 1) / (0.1 * 0.3)).isCloseTo(0.9, within(0.03));
  }

  @Test
  void leaveWhatIsNotDetermined() {
    assertThat(new EstimateDraws(ESTIMATES).draws(2).limit(100))
        .allSatisfy(
            drawn -> {
              assertThat(drawn.names()).isEqualTo(ESTIMATES.names());
              assertThat(drawn.value(1)).isEqualTo(7);
            });
    Estimates known = Estimates.known(List.of("r"), 3);
    assertThat(new EstimateDraws(known).draws(2).limit(3)).containsOnly(known);
  }

  @Test
  void areTheSameFromTheSameSeed() {
    EstimateDraws draws = new EstimateDraws(ESTIMATES);
    assertThat(draws.draws(3).limit(10)).isEqualTo(draws.draws(3).limit(10).toList());
    assertThat(draws.draws(4).findFirst()).isNotEqualTo(draws.draws(3).findFirst());
  }

  @Test
  void comeToIntervals() {
    double[] evenly = new double[101];
    for (int i = 0; i < evenly.length; i++) {
      evenly[i] = 100 - i;
    }
    assertThat(Interval.of(evenly, 0.5)).isEqualTo(new Interval(25, 75, 0.5));
    assertThatThrownBy(() -> new Interval(2, 1, 0.9)).hasMessageContaining("2.0, 1.0");
    assertThatThrownBy(() -> new Interval(1, 2, 1)).hasMessageContaining("level: 1.0");
  }

  private static double moment(List<double[]> draws, int... places) {
    return draws.stream()
        .mapToDouble(
            draw -> {
              double product = 1;
              for (int place : places) {
                product *= draw[place];
              }
              return product;
            })
        .average()
        .orElseThrow();
  }
}
