package io.shelfwise.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.content.EmptyCatalog;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a store is trained without anyone's asking, and what a restart makes of models on disk. */
class TrainingScheduleTest {
  private static final Popularity.Settings COUNTED = new Popularity.Settings(30, 1, 1, true, 10);
  private static final RecommenderName ONE = RecommenderName.USER_KNN;
  private static final RecommenderName OTHER = RecommenderName.CO_OCCURRENCE;
  private static final Instant NOON = Instant.parse("2011-12-09T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofHours(2));

  private final ScriptedTrainer one = new ScriptedTrainer();
  private final ScriptedTrainer other = new ScriptedTrainer();
  private final StoreTrainer trainer =
      new StoreTrainer(
          new StoreTrainer.Settings(
              InterestWeights.USUAL, 0.1, 30, name -> (name == ONE ? one : other).settings()),
          Map.of(ONE, one, OTHER, other),
          new EmptyCatalog(),
          Clock.fixed(NOON, ZoneOffset.UTC));
  private final TrainingSchedule schedule = new TrainingSchedule(trainer, Duration.ofHours(1));

  @TempDir private Path folder;
  private Stores stores;
  private Store store;

  @BeforeEach
  void open() {
    stores = stores();
    store = stores.get("shop");
  }

  private static Stores stores() {
    return new Stores(
        new EmptyCatalog(),
        new EmptyCatalog(),
        new Stores.Settings(
            new StoreInteractions.Reach(10, 100),
            COUNTED,
            COUNTED,
            new Newcomers.Settings(10, 30, 10),
            new ContentModel.Kept(10, 10, 1)));
  }

  private void buy(Store where, String customer) {
    where.add(new Interaction(customer, "cup", Kind.PURCHASE, 1, 1));
  }

  private void train() {
    schedule.begun(store, NOON);
    schedule.learned(store);
    store.models().put(trainer.train(store, trainer.names(), "", Watch.NONE, done -> {}));
  }

  @Test
  void aNewStoreIsTrainedWhenItIsQuiet() {
    assertThat(schedule.due(store, NOON)).as("empty").isEmpty();
    buy(store, "ann");
    assertThat(schedule.due(store, NOON)).as("just written to").isEmpty();
    assertThat(schedule.due(store, NOON)).isEqualTo(trainer.names());
  }

  @Test
  void aStoreInWhichNothingHappenedIsLeftAlone() {
    buy(store, "ann");
    train();

    assertThat(schedule.due(store, LATER)).isEmpty();
  }

  @Test
  void aStoreIsTrainedAgainAfterAWhileOrWhenItHasDoubled() {
    for (int i = 0; i < 4; i++) {
      buy(store, "c" + i);
    }
    train();

    buy(store, "ann");
    assertThat(schedule.due(store, NOON)).isEmpty();
    assertThat(schedule.due(store, NOON)).as("quiet, but hardly grown").isEmpty();
    assertThat(schedule.due(store, LATER)).isEqualTo(trainer.names());

    for (int i = 4; i < 9; i++) {
      buy(store, "c" + i);
    }
    assertThat(schedule.due(store, NOON)).isEmpty();
    assertThat(schedule.due(store, NOON)).as("quiet, and doubled").isEqualTo(trainer.names());
  }

  @Test
  void anErasureIsAReasonToTrain() {
    buy(store, "ann");
    buy(store, "bob");
    train();
    store.forget("ann");

    assertThat(schedule.due(store, NOON)).isEmpty();
    assertThat(schedule.due(store, LATER)).isEqualTo(trainer.names());
  }

  @Test
  void aTrainingThatFailedIsTriedAgainAfterAWhile() {
    buy(store, "ann");
    train();
    buy(store, "bob");
    schedule.begun(store, NOON);

    assertThat(schedule.due(store, NOON)).isEmpty();
    assertThat(schedule.due(store, NOON)).as("not again and again").isEmpty();
    assertThat(schedule.due(store, LATER)).isEqualTo(trainer.names());
  }

  @Test
  void aDamagedModelIsTrainedAtOnceAfterARestart() throws IOException {
    buy(store, "ann");
    train();
    ModelFiles files = new ModelFiles(folder);
    files.save(store, store.models().get());
    Path damaged = folder.resolve("shop/user-knn.model");
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);

    assertThat(dueAfterRestart(files)).containsExactly(ONE);
    assertThat(store.models().get().find(OTHER)).isPresent();
  }

  @Test
  void aModelOfAnOlderFormatIsTrainedAtOnceAfterARestart() throws IOException {
    buy(store, "ann");
    train();
    ModelFiles files = new ModelFiles(folder);
    files.save(store, store.models().get());
    Path older = folder.resolve("shop/co-occurrence.model");
    byte[] bytes = Files.readAllBytes(older);
    // The format's version is the second number.
    bytes[7]--;
    Files.write(older, bytes);

    assertThat(dueAfterRestart(files)).containsExactly(OTHER);
  }

  @Test
  void aModelOfOtherSettingsAnswersUntilItIsTrainedAtOnce() {
    buy(store, "ann");
    train();
    ModelFiles files = new ModelFiles(folder);
    files.save(store, store.models().get());
    one.setting = "two";

    assertThat(dueAfterRestart(files)).containsExactly(ONE);
    assertThat(store.models().get().find(ONE)).isPresent();
    assertThat(trainer.isOutdated(ONE, store.models().get().find(ONE).orElseThrow().provenance()))
        .isTrue();
    assertThat(schedule.due(store, NOON)).as("once").isEmpty();
  }

  @Test
  void modelsThatAreAsTheyShouldBeAreNotTrainedAfterARestart() {
    buy(store, "ann");
    train();
    ModelFiles files = new ModelFiles(folder);
    files.save(store, store.models().get());

    assertThat(dueAfterRestart(files)).isEmpty();
  }

  private Set<RecommenderName> dueAfterRestart(ModelFiles files) {
    stores = stores();
    store = stores.get("shop");
    buy(store, "ann");
    files.load(stores, Map.of(ONE, one, OTHER, other));
    schedule.found(store, NOON);
    return schedule.due(store, NOON);
  }
}
