package io.shelfwise.recommend.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import java.util.Random;
import org.apache.mahout.math.stats.LogLikelihood;
import org.junit.jupiter.api.Test;

class LogLikelihoodRatioTest {
  /** Of random tables, small ones and such as are beyond the logarithms that are kept. */
  @Test
  void itIsMahoutsBitForBit() {
    Random random = Chance.random();
    int apart = 0;
    for (long all : new long[] {1, 10, 1000, 3_000_000}) {
      LogLikelihoodRatio ratio = new LogLikelihoodRatio(all);
      for (int i = 0; i < 1000; i++) {
        long one = 1 + random.nextLong(all);
        long other = 1 + random.nextLong(all);
        long least = Math.max(0, one + other - all);
        long both = least + random.nextLong(Math.min(one, other) - least + 1);

        double mahouts =
            LogLikelihood.logLikelihoodRatio(
                both, one - both, other - both, all - one - other + both);

        boolean byChance = both * all <= one * other;
        assertThat(ratio.of(both, one, other)).isEqualTo(byChance ? 0 : mahouts);
        apart += byChance ? 0 : 1;
      }
    }
    assertThat(apart).isGreaterThan(1000);
  }
}
