package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(scores.count()).isEqualTo(3);
  }

  @Test
  void aScoreThatComesToNothingAndBackIsListedOnce() {
    scores.add(5, 2);
    scores.add(5, -2);
    scores.add(5, 1);
    scores.addAll(new int[] {5, 5, 5}, new float[] {-1, 4, 3}, 0, 3, 1);

    assertThat(scores.count()).isEqualTo(1);
    assertThat(scores.get(5)).isEqualTo(7);
  }

  @Test
  void aScoreThatComesToNothingIsNotProposed() {
    scores.add(5, 2);
    scores.add(5, -2);
    Best best = new Best();
    best.select(scores, 10, number -> true);

    assertThat(best.size()).isZero();
  }

  @Test
  void emptiedItIsAsNew() {
    scores.add(3, -1);
    scores.add(4, 1);
    scores.reset();

    assertThat(scores.count()).isZero();
    assertThat(scores.get(3)).isZero();
    assertThat(scores.get(4)).isZero();
  }
}
