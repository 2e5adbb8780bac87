package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificanceTest {
  private static final long SEED = 20_111_209;

  @Test
  void anIntervalIsAsWideAsTheNormalOne() {
    Random random = new Random(SEED);
    double[] values = random.doubles(2000).toArray();

    Bootstrap.Interval interval = new Bootstrap(1000, 1).of(values);

    // The standard deviation of a uniform number is 1/√12.
    double half = 1.96 / Math.sqrt(12 * 2000.0);
    assertThat(interval.low()).isCloseTo(0.5 - half, within(0.012));
    assertThat(interval.high() - interval.low()).isCloseTo(2 * half, within(0.2 * half));
    assertThat(new Bootstrap(1000, 1).of(values)).isEqualTo(interval);
  }

  @Test
  void chanceIsNotFoundSignificantMoreOftenThanItShouldBe() {
    Random random = new Random(SEED);
    int found = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[] one = random.doubles(60).toArray();
      double[] other = random.doubles(60).toArray();
      found += new PairedTest(400, trial).pValue(one, other) < 0.05 ? 1 : 0;
    }
    // 10 are expected of 200; 20 or more would come once in 500 times.
    assertThat(found).isBetween(1, 20);
  }

  @Test
  void aSmallStepThatIsAlwaysTheSameIsFound() {
    double[] one = new Random(SEED).doubles(60).toArray();
    double[] other = one.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] -= 0.01;
    }

    assertThat(new PairedTest(999, 1).pValue(one, other)).isEqualTo(1.0 / 1000);
    assertThat(new PairedTest(999, 1).pValue(one, one)).isEqualTo(1);
  }

  @Test
  void manyComparisonsAskForMore() {
    assertThat(PairedTest.holm(List.of(0.04, 0.01, 0.03)))
        .containsExactly(2 * 0.03, 3 * 0.01, 2 * 0.03);
  }
}
