package io.shelfwise.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {
  private static final Instant NOON = Instant.parse("2011-12-09T12:00:00Z");

  private final TrainingHistory history = new TrainingHistory("shop", NOON);

  @Test
  void onlyOneTrainingIsUnderWay() {
    Training first = history.begin(NOON).orElseThrow();

    assertThat(history.begin(NOON)).isEmpty();
    assertThat(history.running()).contains(first);

    history.update(first.id(), training -> training.ended(Training.State.SUCCEEDED, NOON));
    assertThat(history.running()).isEmpty();
    assertThat(history.begin(NOON)).isPresent();
  }

  @Test
  void trainingsOfTheSameMomentHaveIdsOfTheirOwn() {
    String first = run();
    String second = run();

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void theLatestTwentyAreKept() {
    String first = run();
    String second = run();
    for (int i = 0; i < 19; i++) {
      run();
    }

    assertThat(history.find(first)).isEmpty();
    assertThat(history.find(second)).isPresent();
  }

  @Test
  void aStoreIsQuietWhenNothingCameBetweenTwoLooks() {
    assertThat(history.isQuietAt(5)).isFalse();
    assertThat(history.isQuietAt(6)).isFalse();
    assertThat(history.isQuietAt(6)).isTrue();
  }

  private String run() {
    Training training = history.begin(NOON).orElseThrow();
    history.update(training.id(), one -> one.ended(Training.State.FAILED, NOON));
    return training.id();
  }
}
