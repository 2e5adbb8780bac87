package io.shelfwise.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.training.TrainingHistory.Begun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {
  private static final Instant NOON = Instant.parse("2011-12-09T12:00:00Z");
  private static final TrainingRequest ALL =
      TrainingRequest.onDemand(Set.of(RecommenderName.USER_KNN, RecommenderName.CONTENT));
  private static final TrainingRequest ONE =
      TrainingRequest.onDemand(Set.of(RecommenderName.CONTENT));
  private static final TrainingRequest ANOTHER =
      TrainingRequest.onDemand(Set.of(RecommenderName.CO_OCCURRENCE));

  private final TrainingHistory history =
      new TrainingHistory("shop", TrainingOrder.AS_TOLD, List.of());

  @Test
  void aTrainingUnderWayThatWillDoIsAnsweredInsteadOfANewOne() {
    Training first = history.begin(ALL, NOON).training();

    assertThat(history.begin(ALL, NOON)).isEqualTo(new Begun(first, false));
    assertThat(history.begin(ONE, NOON)).isEqualTo(new Begun(first, false));
    assertThat(history.begin(ANOTHER, NOON).isNew()).isTrue();

    end(first);
    assertThat(history.begin(ONE, NOON).isNew()).isTrue();
  }

  @Test
  void whoInsistsGetsATrainingOfTheirOwn() {
    end(history.begin(forced(), NOON).training());
    assertThat(history.begin(ONE, NOON).isNew()).isTrue();
    assertThat(history.begin(forced(), NOON).isNew()).isTrue();
  }

  @Test
  void aTrainingAtItsEndIsNotAnsweredAgain() {
    end(history.begin(ALL, NOON).training());
    assertThat(history.begin(ONE, NOON).isNew()).isTrue();
  }

  @Test
  void theSameIdIsTheSameTrainingEvenAtItsEnd() {
    Training first = history.begin(named("mine"), NOON).training();
    assertThat(first.id()).isEqualTo("mine");
    end(first);

    Begun again = history.begin(named("mine"), NOON);
    assertThat(again.isNew()).isFalse();
    assertThat(again.training().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(history.begin(named("other"), NOON).isNew()).isTrue();
  }

  @Test
  void anIdIsNotGivenToAnotherTraining() {
    Begun _ = history.begin(mine(RecommenderName.CONTENT, false), NOON);

    assertThat(history.begin(mine(RecommenderName.CONTENT, false), NOON).isNew()).isFalse();
    assertThatThrownBy(() -> history.begin(mine(RecommenderName.POPULAR, false), NOON))
        .hasMessage("training mine exists: it was given to another question; choose another id");
    assertThatThrownBy(() -> history.begin(mine(RecommenderName.CONTENT, true), NOON))
        .hasMessage("training mine exists: it was given to another question; choose another id");
  }

  private static TrainingRequest mine(RecommenderName recommender, boolean force) {
    return new TrainingRequest(Set.of(recommender), Optional.of("mine"), force, true);
  }

  @Test
  void trainingsOfTheSameMomentHaveIdsOfTheirOwn() {
    assertThat(run()).isNotEqualTo(run());
  }

  @Test
  void anIdThatWasKnownBeforeIsNotGivenAgain() {
    String known = run();
    TrainingHistory next = new TrainingHistory("shop", TrainingOrder.AS_TOLD, history.all());

    assertThat(next.begin(ALL, NOON).training().id()).isNotEqualTo(known);
  }

  @Test
  void theLatestFiftyAreKeptTheNewestFirst() {
    String first = run();
    String second = run();
    for (int i = 0; i < 49; i++) {
      run();
    }

    assertThat(history.find(first)).isEmpty();
    assertThat(history.all()).hasSize(50).last().extracting(Training::id).isEqualTo(second);
  }

  @Test
  void tooManyUnderWayAreRefused() {
    for (int i = 0; i < 10; i++) {
      assertThat(history.begin(named("t" + i), NOON).isNew()).isTrue();
    }

    assertThatThrownBy(() -> history.begin(named("t10"), NOON))
        .hasMessageContaining("10 trainings of stores/shop are under way");
    assertThat(history.begin(named("t3"), NOON).isNew()).isFalse();
  }

  @Test
  void oneThatWaitsIsCancelledAtOnceAndOneThatHasStartedWhenItNotices() {
    String started = history.begin(named("a"), NOON).training().id();
    String waiting = history.begin(named("b"), NOON).training().id();
    assertThat(history.start(started)).isTrue();

    assertThat(history.cancel(waiting, NOON).orElseThrow().state())
        .isEqualTo(Training.State.CANCELLED);
    assertThat(history.start(waiting)).isFalse();

    assertThat(history.cancel(started, NOON).orElseThrow().state())
        .isEqualTo(Training.State.CANCELLING);
    assertThat(history.find(started).orElseThrow().isUnderWay()).isTrue();
    assertThat(history.isCancelled(started)).isTrue();
    assertThat(history.cancel("none", NOON)).isEmpty();
  }

  @Test
  void whatHasEndedStaysAsItIs() {
    String id = run();

    assertThat(history.cancel(id, NOON).orElseThrow().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(history.isCancelled(id)).isFalse();
    history.update(id, one -> one.ended(Training.State.FAILED, "late", NOON));
    assertThat(history.find(id).orElseThrow().state()).isEqualTo(Training.State.SUCCEEDED);
  }

  private static TrainingRequest named(String id) {
    return new TrainingRequest(ALL.recommenders(), Optional.of(id), false, true);
  }

  private static TrainingRequest forced() {
    return new TrainingRequest(ALL.recommenders(), Optional.empty(), true, true);
  }

  private String run() {
    Training training = history.begin(ALL, NOON).training();
    end(training);
    return training.id();
  }

  private void end(Training training) {
    for (RecommenderTraining one : training.recommenders()) {
      history.update(training.id(), now -> now.with(one.name(), RecommenderTraining::inForce));
    }
    history.update(training.id(), now -> now.finished(NOON));
  }
}
