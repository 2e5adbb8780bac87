package io.shelfwise.standalone.shop.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Means and variances of 200,000 draws, which are off by some thousandths. */
class ChanceTest {
  private static final int DRAWS = 200_000;

  @Test
  void gammaHasItsMeanAndVarianceForSmallAndLargeShapes() {
    for (double shape : new double[] {0.3, 1, 5}) {
      double[] draws = draws(chance -> chance.gamma(shape, 4));
      assertThat(mean(draws)).isCloseTo(shape / 4, within(0.02 * shape / 4));
      assertThat(variance(draws)).isCloseTo(shape / 16, within(0.05 * shape / 16));
    }
  }

  @Test
  void betaHasItsMeanAndVariance() {
    double[] draws = draws(chance -> chance.beta(0.6, 4));
    assertThat(mean(draws)).isCloseTo(0.6 / 4.6, within(0.002));
    assertThat(variance(draws)).isCloseTo(0.6 * 4 / (4.6 * 4.6 * 5.6), within(0.001));
  }

  @Test
  void poissonHasItsMeanAsItsVariance() {
    double[] draws = draws(chance -> chance.poisson(2.5));
    assertThat(mean(draws)).isCloseTo(2.5, within(0.02));
    assertThat(variance(draws)).isCloseTo(2.5, within(0.05));
  }

  @Test
  void weightsAreKept() {
    double[] weights = CumulativeWeights.of(1, 0, 3);
    double[] draws = draws(chance -> chance.weighted(weights));
    assertThat(IntStream.range(0, DRAWS).filter(i -> draws[i] == 1)).isEmpty();
    assertThat(mean(draws)).isCloseTo(2 * 0.75, within(0.02));
  }

  @Test
  void streamsDependOnSeedPurposeAndIndex() {
    double first = Chance.of(1, "a", 1).uniform();
    assertThat(Chance.of(1, "a", 1).uniform()).isEqualTo(first);
    assertThat(Chance.of(2, "a", 1).uniform()).isNotEqualTo(first);
    assertThat(Chance.of(1, "b", 1).uniform()).isNotEqualTo(first);
    assertThat(Chance.of(1, "a", 2).uniform()).isNotEqualTo(first);
  }

  @Test
  void neighbouringStreamsAreUncorrelated() {
    double[] products =
        IntStream.range(0, DRAWS)
            .mapToDouble(
                i ->
                    (Chance.of(1, "a", i).uniform() - 0.5)
                        * (Chance.of(1, "a", i + 1).uniform() - 0.5))
            .toArray();
    assertThat(mean(products)).isCloseTo(0, within(0.001));
  }

  private static double[] draws(ToDoubleFunction<Chance> draw) {
    Chance chance = Chance.of(7, "test", 0);
    return IntStream.range(0, DRAWS).mapToDouble(_ -> draw.applyAsDouble(chance)).toArray();
  }

  private static double mean(double[] draws) {
    double sum = 0;
    for (double draw : draws) {
      sum += draw;
    }
    return sum / draws.length;
  }

  private static double variance(double[] draws) {
    double mean = mean(draws);
    double sum = 0;
    for (double draw : draws) {
      sum += (draw - mean) * (draw - mean);
    }
    return sum / draws.length;
  }
}
