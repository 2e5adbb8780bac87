package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On random rows, with and without a remainder: what is defined, by vectors and without. */
class HammingTest {
  private static final int WORDS = 8;
  private static final int[] COUNTS = {1, 15, 16, 32, 100, 1_000};

  private final Random random = Chance.random();

  private int[] words(int count) {
    return random.ints(count).toArray();
  }

  @Test
  void distancesAreTheBitsInWhichRowsDiffer() {
    for (int count : COUNTS) {
      int[] rows = words(WORDS * count);
      int[] one = words(WORDS);
      short[] expected = new short[count];
      for (int i = 0; i < count; i++) {
        for (int word = 0; word < WORDS; word++) {
          expected[i] += (short) Integer.bitCount(rows[word * count + i] ^ one[word]);
        }
      }
      short[] vectors = new short[count];
      short[] scalars = new short[count];
      VectorHamming.distances(rows, count, one, vectors);
      ScalarHamming.distances(rows, count, one, 0, scalars);
      assertThat(vectors).containsExactly(expected);
      assertThat(scalars).containsExactly(expected);
    }
  }

  @Test
  void thoseWithinADistanceAreFoundInOrder() {
    for (int count : COUNTS) {
      short[] distances = new short[count];
      for (int i = 0; i < count; i++) {
        distances[i] = (short) random.nextInt(257);
      }
      for (int most : new int[] {0, 100, 256}) {
        int[] expected = IntStream.range(0, count).filter(i -> distances[i] <= most).toArray();
        int[] vectors = new int[expected.length];
        int[] scalars = new int[expected.length];
        VectorHamming.within(distances, count, most, vectors);
        ScalarHamming.within(distances, 0, count, most, scalars, 0);
        assertThat(vectors).containsExactly(expected);
        assertThat(scalars).containsExactly(expected);
        assertThat(VectorHamming.countWithin(distances, count, most)).isEqualTo(expected.length);
        assertThat(ScalarHamming.countWithin(distances, 0, count, most)).isEqualTo(expected.length);
      }
    }
  }
}
