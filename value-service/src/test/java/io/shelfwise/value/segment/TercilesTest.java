package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TercilesTest {
  @Test
  void partsIntoThirds() {
    Terciles terciles = Terciles.of(new long[] {60, 10, 30, 40, 20, 50});

    assertThat(terciles.tier(10)).isEqualTo(Tier.LOW);
    assertThat(terciles.tier(20)).isEqualTo(Tier.LOW);
    assertThat(terciles.tier(30)).isEqualTo(Tier.MEDIUM);
    assertThat(terciles.tier(40)).isEqualTo(Tier.MEDIUM);
    assertThat(terciles.tier(50)).isEqualTo(Tier.HIGH);
    assertThat(terciles.tier(60)).isEqualTo(Tier.HIGH);
  }

  @Test
  void putsEqualsIntoTheLowerTier() {
    assertThat(Terciles.of(new long[] {5, 5, 5, 5}).tier(5)).isEqualTo(Tier.LOW);
    assertThat(Terciles.of(new long[] {7}).tier(7)).isEqualTo(Tier.LOW);
    assertThat(Terciles.of(new long[] {1, 2, 2}).tier(2)).isEqualTo(Tier.MEDIUM);
  }

  @Test
  void placesABuyerWhoCameSince() {
    assertThat(Terciles.of(new long[] {1, 2, 3}).tier(100)).isEqualTo(Tier.HIGH);
    assertThat(Terciles.of(new long[] {1, 2, 3}).tier(-4)).isEqualTo(Tier.LOW);
  }

  /** High: at least two thirds spent less. Medium: at least one third did. */
  @Test
  void countsThoseWhoSpentLess() {
    Random random = Chance.random();
    for (int round = 0; round < 200; round++) {
      long[] spent = random.longs(1 + random.nextInt(50), -5, 20).toArray();
      Terciles terciles = Terciles.of(spent);
      for (long one : spent) {
        long less = Arrays.stream(spent).filter(other -> other < one).count();
        Tier expected =
            3 * less >= 2L * spent.length
                ? Tier.HIGH
                : 3 * less >= spent.length ? Tier.MEDIUM : Tier.LOW;
        assertThat(terciles.tier(one)).isEqualTo(expected);
      }
    }
  }
}
