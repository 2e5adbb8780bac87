package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private final Scores scores = new Scores();

  @Test
  void whatSpeaksAgainstANumberIsTakenFromItsScore() {
    scores.addAll(new int[] {7, 8}, new float[] {3, 1}, 0, 2, 1);
    scores.addAll(new int[] {7, 9}, new float[] {-1, -2}, 0, 2, 0.5);

    assertThat(scores.get(7)).isEqualTo(3 - 0.5);
    assertThat(scores.get(8)).isEqualTo(1);
    assertThat(scores.get(9)).isEqualTo(-1);
    assertThat(numbers()).containsExactly(7, 8, 9);
  }

  @Test
  void aScoreThatComesToNothingAndBackIsListedOnce() {
    scores.add(5, 2);
    scores.add(5, -2);
    scores.add(5, 1);
    scores.addAll(new int[] {5, 5, 5}, new float[] {-1, 4, 3}, 0, 3, 1);

    assertThat(numbers()).containsExactly(5);
    assertThat(scores.get(5)).isEqualTo(7);
  }

  @Test
  void aScoreThatComesToNothingIsNone() {
    scores.add(5, 2);
    scores.add(5, -2);
    scores.add(6, 1);
    scores.silence(6);
    // Of a product that came after all that ever had a score.
    scores.silence(5_000);

    assertThat(numbers()).isEmpty();
  }

  @Test
  void theWeightsOfNumbersMayBeginElsewhere() {
    scores.addAll(new int[] {0, 1, 2, 3}, 1, 3, new float[] {5, 6, 7}, 0, 2);

    assertThat(numbers()).containsExactly(1, 2);
    assertThat(scores.get(1)).isEqualTo(2 * 5);
    assertThat(scores.get(2)).isEqualTo(2 * 6);
  }

  @Test
  void theSameIsAddedToAllAndOnlyWeightsAboveNothingAreCounted() {
    scores.addToAll(new int[] {4, 400, 4000}, 0, 3, 0.5);
    scores.countAll(new int[] {4, 400}, new float[] {1, -1}, 0, 2);

    assertThat(numbers()).containsExactly(4, 400, 4000);
    assertThat(scores.get(4)).isEqualTo(0.5 + 1);
    assertThat(scores.get(400)).isEqualTo(0.5);
  }

  /** Long rows are added without a mark for each number; the sums and their order are the same. */
  @Test
  void longRowsAddUpAsShortOnesDo() {
    int[] numbers = IntStream.range(0, 1_000).map(i -> 7 * i % 1_000).toArray();
    float[] weights = new float[numbers.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 10;
    }
    Scores single = new Scores();
    for (int round = 0; round < 3; round++) {
      scores.reset();
      single.reset();
      for (int i = 0; i < numbers.length; i++) {
        single.add(numbers[i], 0.1 * weights[i]);
        single.add(numbers[i], 0.3);
      }
      scores.addAll(numbers, weights, 0, numbers.length, 0.1);
      scores.addToAll(numbers, 0, numbers.length, 0.3);

      assertThat(scores).hasToString(single.toString());
      assertThat(numbers()).hasSize(1_000);
    }
    // For which there is no room yet.
    scores.addToAll(new int[] {1, 10_000}, 0, 2, 1);
    single.add(1, 1);
    single.add(10_000, 1);
    assertThat(scores).hasToString(single.toString());
  }

  /**
   * Short rows, many of which together leave few lines without a number, added to ever more
   * numbers: the sums are those of an array that nothing is marked in.
   */
  @Test
  void manyShortRowsAddUpAsInAPlainArray() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String where = "seed %d, round %d".formatted(seed, round);
      double[] sums = new double[10 + 5 * round];
      // Some rounds end before all lines are marked, some grow after that.
      int rows = random.nextInt(sums.length);
      for (int row = 0; row < rows; row++) {
        int range = row < rows / 2 ? Math.max(1, sums.length * 2 / 3) : sums.length;
        addSomething(random, range, sums);
      }

      assertThat(IntStream.range(0, sums.length).mapToDouble(scores::get).toArray())
          .as(where)
          .containsExactly(sums);
      int from = random.nextInt(sums.length);
      assertThat(scores.next(from))
          .as("%s, from %d", where, from)
          .isEqualTo(
              IntStream.range(from, sums.length).filter(i -> sums[i] != 0).findFirst().orElse(-1));
      assertThat(numbers())
          .as(where)
          .containsExactlyElementsOf(
              IntStream.range(0, sums.length).filter(i -> sums[i] != 0).boxed().toList());
      scores.reset();
      assertThat(numbers()).as(where).isEmpty();
    }
  }

  /** Does the same to the scores and to the sums, in the same order. */
  private void addSomething(Random random, int range, double[] sums) {
    int[] row = random.ints(random.nextInt(1, 21), 0, range).toArray();
    float[] weights = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      weights[i] = random.nextInt(-3, 4);
    }
    double factor = random.nextDouble();
    switch (random.nextInt(10)) {
      case 0 -> {
        scores.silence(row[0]);
        sums[row[0]] = 0;
      }
      case 1, 2 -> {
        scores.add(row[0], factor);
        sums[row[0]] += factor;
      }
      case 3, 4, 5 -> {
        scores.addToAll(row, 0, row.length, factor);
        for (int number : row) {
          sums[number] += factor;
        }
      }
      default -> {
        scores.addAll(row, weights, 0, row.length, factor);
        for (int i = 0; i < row.length; i++) {
          sums[row[i]] += factor * weights[i];
        }
      }
    }
  }

  @Test
  void emptiedItIsAsNew() {
    scores.add(3, -1);
    scores.add(4000, 1);
    scores.reset();

    assertThat(numbers()).isEmpty();
    assertThat(scores.get(3)).isZero();
    assertThat(scores.get(4000)).isZero();
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = scores.next(0); number >= 0; number = scores.next(number + 1)) {
      numbers.add(number);
    }
    return numbers;
  }
}
