package io.shelfwise.value.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FenceTest {
  /** Powers of two: their logarithms are 0, 1, 2, 3, 4 times ln 2. */
  private static final double[] POWERS = {1, 2, 4, 8, 16};

  @Test
  void standsAboveTheUpperQuartile() {
    Fence fence = Fence.ofQuartiles(POWERS, 1.5).orElseThrow();

    assertThat(fence.low()).isCloseTo(2, within(1e-12));
    assertThat(fence.middle()).isCloseTo(4, within(1e-12));
    assertThat(fence.high()).isCloseTo(8, within(1e-12));
    assertThat(fence.border()).isCloseTo(8 * Math.pow(8.0 / 2, 1.5), within(1e-10));
    assertThat(fence.severity(fence.border())).isCloseTo(1, within(1e-12));
    assertThat(fence.severity(4 * Math.pow(fence.border() / 4, 2))).isCloseTo(2, within(1e-12));
  }

  @Test
  void standsSoManyDeviationsAboveTheMean() {
    Fence fence = Fence.ofDeviation(POWERS, 3).orElseThrow();

    assertThat(fence.middle()).isCloseTo(4, within(1e-12));
    assertThat(fence.border()).isCloseTo(4 * Math.pow(2, 3 * Math.sqrt(2)), within(1e-9));
  }

  /** One number that is far out moves the mean and the deviation, and not the medians. */
  @Test
  void isNotMovedByAnOutlierIfItIsRobust() {
    double[] withOutlier = {1, 2, 4, 8, 1e12};

    assertThat(Fence.ofMedianDeviation(POWERS, 3))
        .isEqualTo(Fence.ofMedianDeviation(withOutlier, 3));
    assertThat(Fence.ofMedianDeviation(POWERS, 3).orElseThrow().border())
        .isCloseTo(4 * Math.pow(2, 3 * 1.4826), within(1e-9));
    assertThat(Fence.ofDeviation(withOutlier, 3).orElseThrow().border()).isGreaterThan(1e12);
  }

  @Test
  void isNowhereWhereAllAreAlike() {
    for (double[] alike : new double[][] {{7}, {7, 7, 7}, {0.1, 0.1, 0.1, 0.1}}) {
      assertThat(Fence.ofQuartiles(alike, 1.5)).isEmpty();
      assertThat(Fence.ofDeviation(alike, 3)).isEmpty();
      assertThat(Fence.ofMedianDeviation(alike, 3)).isEmpty();
    }
  }

  /** In other units of money all borders are the same amounts in those units. */
  @Test
  void doesNotDependOnTheUnit() {
    Random random = Chance.random();
    double[] pounds = random.doubles(50, 0.01, 1_000).toArray();
    double[] pence = Arrays.stream(pounds).map(amount -> 100 * amount).toArray();

    double inPounds = Fence.ofQuartiles(pounds, 1.5).orElseThrow().border();
    assertThat(Fence.ofQuartiles(pence, 1.5).orElseThrow().border())
        .isCloseTo(100 * inPounds, within(1e-9 * 100 * inPounds));
  }
}
