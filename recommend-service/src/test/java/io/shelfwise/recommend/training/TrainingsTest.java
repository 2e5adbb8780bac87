package io.shelfwise.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.content.EmptyCatalog;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.guard.Guard;
import io.shelfwise.recommend.interactions.HoldOut;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.NothingLearnedException;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import io.shelfwise.recommend.store.HeldOutMeasures;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.training.RecommenderTraining.Outcome;
import io.shelfwise.rpc.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings while the log is away: no server answers at its address. */
class TrainingsTest {
  private static final Popularity.Settings COUNTED = new Popularity.Settings(30, 1, 1, true, 10);
  private static final RecommenderName ONE = RecommenderName.USER_KNN;
  private static final RecommenderName OTHER = RecommenderName.CO_OCCURRENCE;

  private final ManagedChannel away = InProcessChannelBuilder.forName("no-such-log").build();
  private final Warming content = new Warming();
  private final ScriptedTrainer one = new ScriptedTrainer();
  private final ScriptedTrainer other = new ScriptedTrainer();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @TempDir private Path folder;
  private Stores stores;
  private Store store;
  private Trainings trainings;

  @BeforeEach
  void open() {
    stores =
        new Stores(
            new EmptyCatalog(),
            content,
            new Stores.Settings(
                new StoreInteractions.Reach(10, 100),
                COUNTED,
                COUNTED,
                new Newcomers.Settings(10, 30, 10),
                new ContentModel.Kept(10, 10, 1)));
    store = stores.get("shop");
    // Everybody has bought a product of their own, and then the cup.
    for (int i = 0; i < 40; i++) {
      store.add(new Interaction("c" + i, "own-" + i, Kind.PURCHASE, i, 1));
      store.add(new Interaction("c" + i, "cup", Kind.PURCHASE, 100 + i, 1));
    }
    trainings = trainings();
  }

  private Trainings trainings() {
    return new Trainings(
        stores,
        new EventFeed(
            EventServiceGrpc.newBlockingStub(away),
            stores,
            new SnapshotFile(folder.resolve("snapshot"), 1)),
        new StoreTrainer(
            new StoreTrainer.Settings(
                InterestWeights.USUAL, 0.1, 30, name -> (name == ONE ? one : other).settings()),
            new HoldOut(0.5, 100, 10, 1),
            Map.of(ONE, one, OTHER, other),
            content,
            Clock.systemUTC()),
        new ModelFiles(folder.resolve("models")),
        new TrainingFiles(folder.resolve("trainings")),
        new Trainings.Settings(
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            new Guard(0.2, 0.05),
            new TrainingOrder(List.of(OTHER))),
        new TrainingThread(),
        Clock.systemUTC(),
        meters);
  }

  @AfterEach
  void close() {
    trainings.close();
    away.shutdownNow();
  }

  @Test
  void whatIsThereIsTrainedOnWhenTheLogIsAway() {
    assertThat(train().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(model(ONE)).isPresent();
    assertThat(model(OTHER)).isPresent();
  }

  @Test
  void modelsThatCannotBeKeptAnswerAllTheSame() throws IOException {
    Files.writeString(folder.resolve("models"), "a file where the folder should be");

    assertThat(train().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(model(ONE)).isPresent();
  }

  @Test
  void anErrorEndsATrainingAndTheNextOneCanBegin() {
    content.thrown = new StackOverflowError();
    Training broken = train();
    assertThat(broken.state()).isEqualTo(Training.State.FAILED);
    assertThat(outcome(broken, RecommenderName.CONTENT)).isEqualTo(Outcome.LEFT);

    content.thrown = null;
    Training next = train();
    assertThat(next.id()).isNotEqualTo(broken.id());
    assertThat(next.state()).isEqualTo(Training.State.SUCCEEDED);
  }

  @Test
  void oneRecommenderIsTrainedAloneAndTheOtherKeepsItsModel() {
    Training _ = train();
    TrainedModel before = model(OTHER).orElseThrow();
    TrainedModel old = model(ONE).orElseThrow();

    Training alone = train(onDemand(Set.of(ONE)));

    assertThat(alone.recommenders()).extracting(RecommenderTraining::name).containsExactly(ONE);
    assertThat(model(OTHER)).containsSame(before);
    assertThat(model(ONE).orElseThrow()).isNotSameAs(old);
  }

  @Test
  void whatComesToNothingIsToldAndTheOldModelAnswersOn() {
    Training _ = train();
    TrainedModel old = model(ONE).orElseThrow();
    one.thrown = new NothingLearnedException("factors: all shrank to 0");

    Training training = train();

    assertThat(training.state()).isEqualTo(Training.State.PARTLY_SUCCEEDED);
    assertThat(training.reason()).contains("user-knn: factors: all shrank to 0");
    assertThat(model(ONE)).containsSame(old);
  }

  @Test
  void aModelThatMayKnowTheErasedDoesNotOutliveATrainingThatFails() {
    Training _ = train();
    assertThat(folder.resolve("models/shop/user-knn.model")).exists();
    store.forget("c1");
    one.thrown = new IllegalStateException("a defect");

    assertThat(outcome(train(), ONE)).isEqualTo(Outcome.FAILED);
    assertThat(model(ONE)).isEmpty();
    assertThat(folder.resolve("models/shop/user-knn.model")).doesNotExist();
    assertThat(model(OTHER)).isPresent();
  }

  @Test
  void aRecommenderThatFailsTakesNothingFromTheOthers() {
    one.thrown = new IllegalStateException("a defect");

    Training training = train();

    assertThat(training.state()).isEqualTo(Training.State.PARTLY_SUCCEEDED);
    assertThat(training.reason()).contains("user-knn: a defect");
    assertThat(outcome(training, ONE)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(training, OTHER)).isEqualTo(Outcome.IN_FORCE);
    assertThat(model(ONE)).isEmpty();
    assertThat(model(OTHER)).isPresent();
  }

  @Test
  void eachModelAnswersAsSoonAsItIsTrainedTheFirstOnesFirst() throws InterruptedException {
    one.gate = new CountDownLatch(1);

    String id = trainings.start(store, onDemand(Set.of(ONE, OTHER))).id();
    assertThat(find(id).recommenders())
        .extracting(RecommenderTraining::name)
        .containsExactly(OTHER, ONE);
    one.entered.await();

    assertThat(outcome(find(id), OTHER)).isEqualTo(Outcome.IN_FORCE);
    assertThat(model(OTHER)).isPresent();
    assertThat(model(ONE)).isEmpty();

    // And it stays when the rest is not wanted any more.
    assertThat(trainings.cancel(store, id)).isPresent();
    assertThat(ended(id).state()).isEqualTo(Training.State.CANCELLED);
    assertThat(model(OTHER)).isPresent();
    assertThat(model(ONE)).isEmpty();
  }

  @Test
  void progressIsToldAndACancelledTrainingLeavesTheOldModels() throws InterruptedException {
    Training _ = train();
    TrainedModel old = model(ONE).orElseThrow();
    ScriptedTrainer slow = one;
    slow.gate = new CountDownLatch(1);

    String id = trainings.start(store, onDemand(Set.of(ONE, OTHER))).id();
    await(() -> model(ONE, find(id)).progress() == 0.5);
    assertThat(find(id).progress()).isEqualTo((0.5 + 1) / 2);
    assertThat(outcome(find(id), ONE)).isEqualTo(Outcome.RUNNING);
    assertThat(outcome(find(id), OTHER)).isEqualTo(Outcome.IN_FORCE);

    assertThat(trainings.cancel(store, id)).isPresent();
    Training ended = ended(id);
    assertThat(ended.state()).isEqualTo(Training.State.CANCELLED);
    assertThat(outcome(ended, ONE)).isEqualTo(Outcome.LEFT);
    assertThat(model(ONE)).containsSame(old);
  }

  @Test
  void aNewModelIsJudgedByWhatWasKeptFromIt() {
    HeldOutMeasures measures = model(ONE, train()).measures().orElseThrow();

    // The cup, which half of the customers were asked for, is what the others bought.
    assertThat(measures.customers()).isBetween(10, 30);
    assertThat(measures.hitRate20()).isEqualTo(1);
    assertThat(measures.ndcg10()).isEqualTo(1);
    assertThat(measures.coverage()).isBetween(0.0, 1.0);
    assertThat(model(ONE).orElseThrow().measures()).contains(measures);
  }

  @Test
  void nonsenseIsRefusedAndTheOldModelAnswersOn() {
    Training _ = train();
    TrainedModel old = model(ONE).orElseThrow();
    one.nonsense = true;

    Training training = train();

    assertThat(training.state()).isEqualTo(Training.State.PARTLY_SUCCEEDED);
    assertThat(outcome(training, ONE)).isEqualTo(Outcome.REFUSED);
    assertThat(training.reason()).isEqualTo("user-knn: hit rate @20 fell from 1.0000 to 0.0000");
    assertThat(model(ONE, training).before().orElseThrow().hitRate20()).isEqualTo(1);
    assertThat(model(ONE, training).measures().orElseThrow().hitRate20()).isZero();
    assertThat(model(ONE)).containsSame(old);
    await(() -> counted("refused") == 1);

    // And whoever insists gets it.
    Training forced = train(new TrainingRequest(Set.of(ONE), Optional.of("insist"), true, true));
    assertThat(forced.state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(model(ONE).orElseThrow()).isNotSameAs(old);
  }

  @Test
  void ifAllIsRefusedTheTrainingHasFailed() {
    Training _ = train(onDemand(Set.of(ONE)));
    one.nonsense = true;

    Training training = train(onDemand(Set.of(ONE)));

    assertThat(training.state()).isEqualTo(Training.State.FAILED);
  }

  @Test
  void theHistoryOutlivesARestart() {
    Training first = train();
    one.nonsense = true;
    Training second = train();
    trainings.close();

    trainings = trainings();

    assertThat(trainings.all(store)).containsExactly(truncated(second), truncated(first));
  }

  @Test
  void aTrainingThatTheEndOfTheServiceEndsIsRemembered() throws InterruptedException {
    one.gate = new CountDownLatch(1);
    String id = trainings.start(store, onDemand(Set.of(ONE))).id();
    one.entered.await();
    trainings.close();

    trainings = trainings();

    assertThat(find(id).state()).isEqualTo(Training.State.FAILED);
    assertThat(find(id).reason()).isEqualTo("the service was stopped");
  }

  private double counted(String outcome) {
    return meters
        .find("shelfwise.recommend.models")
        .tag("recommender", "user-knn")
        .tag("outcome", outcome)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** Times are kept to the millisecond. */
  private static Training truncated(Training training) {
    return new Training(
        training.store(),
        training.id(),
        training.state(),
        Instant.ofEpochMilli(training.start().toEpochMilli()),
        training.end().map(end -> Instant.ofEpochMilli(end.toEpochMilli())),
        training.force(),
        training.recommenders().stream().map(TrainingsTest::truncated).toList(),
        training.reason());
  }

  private static RecommenderTraining truncated(RecommenderTraining one) {
    return new RecommenderTraining(
        one.name(),
        one.outcome(),
        one.progress(),
        one.reason(),
        one.provenance()
            .map(
                from ->
                    new Provenance(
                        from.cursor(),
                        from.events(),
                        from.erasures(),
                        Instant.ofEpochMilli(from.time().toEpochMilli()),
                        from.seconds(),
                        from.customers(),
                        from.products(),
                        from.interactions(),
                        from.settings())),
        one.measures(),
        one.before());
  }

  private static Outcome outcome(Training training, RecommenderName name) {
    return model(name, training).outcome();
  }

  private static RecommenderTraining model(RecommenderName name, Training training) {
    return training.recommenders().stream()
        .filter(each -> each.name() == name)
        .findFirst()
        .orElseThrow();
  }

  private Optional<TrainedModel> model(RecommenderName name) {
    return store.models().get().find(name);
  }

  private static TrainingRequest onDemand(Set<RecommenderName> names) {
    return TrainingRequest.onDemand(names);
  }

  private Training train() {
    return train(onDemand(trainings.names()));
  }

  private Training train(TrainingRequest request) {
    return ended(trainings.start(store, request).id());
  }

  private Training ended(String id) {
    await(() -> !find(id).isUnderWay());
    return find(id);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private Training find(String id) {
    return trainings.find(store, id).orElseThrow();
  }

  /** Knows of nothing alike, and may fail to learn that. */
  private static final class Warming implements SimilarProducts {
    private volatile @Nullable Error thrown;

    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      return List.of();
    }

    @Override
    public void warm(String store, List<String> productIds) {}

    @Override
    public void learn(String store) {
      Error error = thrown;
      if (error != null) {
        throw error;
      }
    }
  }
}
