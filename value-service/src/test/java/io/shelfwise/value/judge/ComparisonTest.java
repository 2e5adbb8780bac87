package io.shelfwise.value.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void decilesBeginWithThoseOfWhomMostIsExpected() {
    double[] actual = IntStream.range(0, 20).mapToDouble(i -> i % 7).toArray();
    double[] expected = IntStream.range(0, 20).mapToDouble(i -> i).toArray();

    List<Decile> deciles = Comparison.of(new int[20], actual, expected).deciles();

    assertThat(deciles).hasSize(10);
    assertThat(deciles.getFirst()).isEqualTo(new Decile(1, 2, (5.0 + 4) / 2, (19.0 + 18) / 2));
    assertThat(deciles.getLast()).isEqualTo(new Decile(10, 2, (1.0 + 0) / 2, (1.0 + 0) / 2));
  }

  /** Three of one rank bring 6, 0 and 0: whichever of them are above the border, each counts 2. */
  @Test
  void whereABorderRunsThroughEqualsEachSideHasItsShare() {
    double[] actual = {9, 6, 0, 0};
    double[] expected = {5, 1, 1, 1};

    assertThat(Comparison.of(new int[4], actual, expected).deciles())
        .extracting(Decile::actualMean)
        .containsExactly(9.0, 2.0, 2.0, 2.0);
  }

  /** Nobody is lost, and the order in which customers come makes no difference. */
  @Test
  void decilesHoldEveryoneInWhateverOrder() {
    Random random = Chance.random();
    for (int round = 0; round < 100; round++) {
      int n = 1 + random.nextInt(60);
      double[] actual = random.doubles(n, 0, 4).map(Math::floor).toArray();
      double[] expected = random.doubles(n, 0, 6).map(Math::floor).toArray();
      List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
      Collections.shuffle(order, random);

      List<Decile> deciles = Comparison.of(new int[n], actual, expected).deciles();
      List<Decile> shuffled =
          Comparison.of(
                  new int[n],
                  order.stream().mapToDouble(i -> actual[i]).toArray(),
                  order.stream().mapToDouble(i -> expected[i]).toArray())
              .deciles();

      assertThat(deciles.stream().mapToLong(Decile::customers).sum()).isEqualTo(n);
      assertThat(deciles.stream().mapToDouble(d -> d.customers() * d.actualMean()).sum())
          .isCloseTo(sum(actual), within(1e-9));
      assertThat(deciles.stream().mapToDouble(d -> d.customers() * d.expectedMean()).sum())
          .isCloseTo(sum(expected), within(1e-9));
      assertThat(shuffled).isEqualTo(deciles);
    }
  }

  @Test
  void groupsByWhatWasBoughtBefore() {
    Comparison comparison =
        Comparison.of(
            new int[] {0, 0, 2, 3, 9}, new double[] {0, 1, 2, 3, 5}, new double[] {1, 0, 2, 4, 6});

    assertThat(comparison.byFrequency(3))
        .containsExactly(
            new FrequencyGroup(0, 2, 0.5, 0.5),
            new FrequencyGroup(2, 1, 2, 2),
            new FrequencyGroup(3, 2, 4, 5));
  }

  @Test
  void refusesWhatIsNoAmount() {
    assertThatThrownBy(() -> Comparison.of(new int[1], new double[] {1}, new double[] {Double.NaN}))
        .hasMessage("expected: NaN (expected: >= 0 and finite)");
    assertThatThrownBy(() -> Comparison.of(new int[1], new double[] {-1}, new double[] {1}))
        .hasMessage("actual: -1.0 (expected: >= 0 and finite)");
    assertThatThrownBy(() -> Comparison.of(new int[2], new double[] {1}, new double[] {1}))
        .hasMessageContaining("2, 1 and 1 customers");
    assertThatThrownBy(() -> Comparison.of(new int[0], new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
