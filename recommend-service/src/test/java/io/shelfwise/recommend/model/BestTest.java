package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTest {
  /** The best k are the first k of all, sorted by score downwards and then by number upwards. */
  @Test
  void keepsWhatSortingWouldPutFirst() {
    long seed = 20_111_209;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Scores scores = new Scores();
      int size = random.nextInt(50);
      for (int i = 0; i < size; i++) {
        // Few different scores, so that many are equal.
        scores.add(random.nextInt(60), 1 + random.nextInt(5));
      }
      int most = random.nextInt(12);

      Best best = new Best();
      best.select(scores, most, number -> number % 3 != 0);

      List<Integer> expected =
          IntStream.range(0, 60)
              .boxed()
              .filter(number -> scores.get(number) > 0 && number % 3 != 0)
              .sorted(
                  Comparator.<Integer>comparingDouble(scores::get)
                      .reversed()
                      .thenComparing(Comparator.naturalOrder()))
              .limit(most)
              .toList();
      assertThat(IntStream.range(0, best.size()).mapToObj(best::number))
          .as("seed %d, round %d", seed, round)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void scoresCanBeWeighedByTheFactorsOfTheirNumbers() {
    Scores scores = new Scores();
    scores.add(1, 4);
    scores.add(70, 3);
    scores.add(71, 2);
    float[] factors = new float[72];
    factors[1] = 1;
    factors[70] = 2;
    factors[71] = 5;

    Best best = new Best();
    best.select(scores, factors, 0.5, 2, number -> number != 71);

    assertThat(best.size()).isEqualTo(2);
    assertThat(best.number(0)).isEqualTo(70);
    assertThat(best.score(0)).isEqualTo(3);
    assertThat(best.number(1)).isEqualTo(1);
    assertThat(best.score(1)).isEqualTo(2);
  }
}
