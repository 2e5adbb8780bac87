package io.shelfwise.value.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  @Test
  void sumsUpTheErrors() {
    Accuracy accuracy = Accuracy.of(new double[] {0, 1, 3}, new double[] {0.5, 1, 2});

    assertThat(accuracy.customers()).isEqualTo(3);
    assertThat(accuracy.actual()).isEqualTo(4);
    assertThat(accuracy.expected()).isEqualTo(3.5);
    assertThat(accuracy.mae()).isCloseTo((0.5 + 0 + 1) / 3, within(1e-15));
    assertThat(accuracy.rmse()).isCloseTo(Math.sqrt((0.25 + 0 + 1) / 3), within(1e-15));
    assertThat(accuracy.bias()).hasValue(3.5 / 4 - 1);
    assertThat(accuracy.msle())
        .isCloseTo(
            (Math.pow(Math.log(1.5), 2) + Math.pow(Math.log(3) - Math.log(4), 2)) / 3,
            within(1e-15));
  }

  @Test
  void ranksAreBestWhenMostIsExpectedOfThoseWhoBringMost() {
    double[] actual = {0, 0, 1, 2, 7};
    assertThat(gini(actual, new double[] {1, 1, 2, 3, 4})).isCloseTo(1, within(1e-15));
    assertThat(gini(actual, new double[] {5, 5, 4, 3, 2})).isCloseTo(-1, within(1e-15));
    assertThat(gini(actual, new double[] {3, 3, 3, 3, 3})).isCloseTo(0, within(1e-15));
  }

  /**
   * Gains of 7, 7 + 1, 7 + 1 + 2 of 10 in the order 3, 1, 2 against 7, 9, 10 in the best order; the
   * area under each is half a step more at its left than at its right.
   */
  @Test
  void aSwappedPairCostsItsPartOfTheArea() {
    double found = 2 * (0.35 + 0.75 + 0.9) / 3 - 1;
    double best = 2 * (0.35 + 0.8 + 0.95) / 3 - 1;
    assertThat(gini(new double[] {7, 2, 1}, new double[] {9, 1, 5}))
        .isCloseTo(found / best, within(1e-15));
  }

  /** Over all orders of customers with equal forecasts, the mean of the ranking's Gini is ours. */
  @Test
  void equalForecastsCountAsIfInEveryOrder() {
    Random random = Chance.random();
    double[] actual = random.doubles(40, 0, 9).map(Math::floor).toArray();
    double[] expected = random.doubles(40, 0, 5).map(Math::floor).toArray();
    double best = inOrder(actual, actual, random);
    double mean =
        IntStream.range(0, 20_000)
            .mapToDouble(_ -> inOrder(expected, actual, random) / best)
            .average()
            .orElseThrow();

    assertThat(gini(actual, expected)).isCloseTo(mean, within(0.01));
  }

  @Test
  void whatCannotBeSaidIsLeftOut() {
    Accuracy nothingCame = Accuracy.of(new double[] {0, 0}, new double[] {1, 2});
    assertThat(nothingCame.bias()).isEmpty();
    assertThat(nothingCame.gini()).isEmpty();
    assertThat(Accuracy.of(new double[] {4}, new double[] {1}).gini()).isEmpty();
    assertThat(Accuracy.of(new double[] {4, 4}, new double[] {1, 2}).gini()).isEmpty();
  }

  private static double gini(double[] actual, double[] expected) {
    return Accuracy.of(actual, expected).gini().orElseThrow();
  }

  /** The Gini coefficient of the customers one by one, equals in random order. */
  private static double inOrder(double[] score, double[] actual, Random random) {
    double[] lots = random.doubles(score.length).toArray();
    double total = Arrays.stream(actual).sum();
    double[] gained = {0};
    double area =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -score[i])
                    .thenComparingDouble(i -> lots[i]))
            .mapToDouble(
                i -> {
                  double before = gained[0];
                  gained[0] += actual[i] / total;
                  return (before + gained[0]) / 2 / score.length;
                })
            .sum();
    return 2 * area - 1;
  }
}
