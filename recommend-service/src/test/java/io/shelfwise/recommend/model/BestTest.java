package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
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

  /**
   * The same where so many are added, in any order, that the worse are dropped meanwhile; scores
   * below 0 among them, equal ones, and such as differ in their last digits.
   */
  @Test
  void keepsTheBestOfMany() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    Best best = new Best();
    for (int round = 0; round < 100; round++) {
      int size = random.nextInt(3_000);
      double[] scores =
          random
              .doubles(size, -1, 1)
              .map(score -> random.nextBoolean() ? Math.round(10 * score) : 0.5 + 1e-12 * score)
              .toArray();
      List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(numbers, random);
      int most = random.nextInt(300);

      best.reset(most);
      for (int number : numbers) {
        if (best.beats(number, scores[number])) {
          best.add(number, scores[number]);
        }
      }
      best.sort();

      List<Integer> expected =
          numbers.stream()
              .sorted(
                  Comparator.<Integer>comparingDouble(number -> scores[number])
                      .reversed()
                      .thenComparing(Comparator.naturalOrder()))
              .limit(most)
              .toList();
      assertThat(IntStream.range(0, best.size()).mapToObj(best::number))
          .as("seed %d, round %d", seed, round)
          .containsExactlyElementsOf(expected);
    }
  }

  /** Who asks for more than there can be is answered with what there is, in room for that. */
  @Test
  void manyMayBeAskedForOfFew() {
    Scores scores = new Scores();
    for (int number = 0; number < 1_000; number++) {
      scores.add(number, 1 + number % 10);
    }

    Best best = new Best();
    for (int most : new int[] {1 << 30, 2_000_000_000, Integer.MAX_VALUE}) {
      best.select(scores, most, number -> true);

      assertThat(best.size()).isEqualTo(1_000);
      assertThat(best.number(0)).isEqualTo(9);
      assertThat(best.number(999)).isEqualTo(990);
    }
  }

  @Test
  void scoresCanBeDividedByThoseOfTheirNumbers() {
    Scores scores = new Scores();
    scores.add(1, 4);
    scores.add(2, 3);
    float[] divisors = {0, 4, 2};

    Best best = new Best();
    best.select(scores, divisors, 2, number -> true);

    assertThat(best.size()).isEqualTo(2);
    assertThat(best.number(0)).isEqualTo(2);
    assertThat(best.score(0)).isEqualTo(1.5);
    assertThat(best.score(1)).isEqualTo(1);
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
