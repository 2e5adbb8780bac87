package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreScaleTest {
  @Test
  void partsIntoFifths() {
    ScoreScale scale = ScoreScale.of(LongStream.range(0, 1_000).toArray(), 5);

    int[] sizes = new int[6];
    for (int i = 0; i < 1_000; i++) {
      sizes[scale.score(i)]++;
    }
    assertThat(sizes).containsExactly(0, 200, 200, 200, 200, 200);
  }

  /** Two thirds ordered once: they are the worst, and whoever ordered most is the best. */
  @Test
  void keepsBothEndsWhereManyAreEqual() {
    ScoreScale scale = ScoreScale.of(new long[] {1, 1, 1, 1, 1, 1, 2, 2, 3}, 5);

    assertThat(scale.score(1)).isEqualTo(1);
    assertThat(scale.score(2)).as("6 of the 7 others who differ are worse").isEqualTo(1 + 4);
    assertThat(scale.score(3)).isEqualTo(5);
  }

  @Test
  void putsAllEqualsInTheMiddle() {
    assertThat(ScoreScale.of(new long[] {7, 7, 7}, 5).score(7)).isEqualTo(3);
    assertThat(ScoreScale.of(new long[] {7}, 4).score(7)).isEqualTo(3);
    assertThat(ScoreScale.of(new long[] {7}, 5).score(8)).isEqualTo(5);
    assertThat(ScoreScale.of(new long[] {7}, 5).score(6)).isEqualTo(1);
    assertThat(ScoreScale.of(new long[] {Long.MAX_VALUE}, 5).score(Long.MAX_VALUE)).isPositive();
  }

  /**
   * The score is what its definition says, by counting; so equals are equal, who is better has no
   * lower score, the worst have 1 and the best the highest, and the order of customers is nothing.
   */
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void countsThoseWhoAreWorse(int bins) {
    Random random = Chance.random();
    for (int round = 0; round < 500; round++) {
      int spread = 2 + random.nextInt(30);
      long[] values = random.longs(2 + random.nextInt(60), -spread, spread).sorted().toArray();
      ScoreScale scale = ScoreScale.of(values, bins);
      for (long value : values) {
        long worse = Arrays.stream(values).filter(other -> other < value).count();
        long better = Arrays.stream(values).filter(other -> other > value).count();
        assertThat(scale.score(value)).isEqualTo(expected(worse, better, bins));
      }
      if (values[0] < values[values.length - 1]) {
        assertThat(scale.score(values[0])).isEqualTo(1);
        assertThat(scale.score(values[values.length - 1])).isEqualTo(bins);
      }
      int[] scores = IntStream.range(-40, 40).map(scale::score).toArray();
      assertThat(scores).isSorted();
    }
  }

  private static int expected(long worse, long better, int bins) {
    if (better == 0) {
      return worse == 0 ? 1 + bins / 2 : bins;
    }
    return 1 + (int) (bins * worse / (worse + better));
  }
}
