package io.shelfwise.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
import io.shelfwise.recommend.popular.Popularity;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.rpc.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings while the log is away: no server answers at its address. */
class TrainingsTest {
  private static final Popularity.Settings COUNTED = new Popularity.Settings(30, 1, 1, true, 10);

  private final ManagedChannel away = InProcessChannelBuilder.forName("no-such-log").build();
  private final Warming content = new Warming();

  @TempDir private Path folder;
  private Store store;
  private Trainings trainings;

  @BeforeEach
  void open() {
    Stores stores =
        new Stores(
            new NoCatalog(),
            content,
            new Stores.Settings(new StoreInteractions.Reach(10, 100), COUNTED, COUNTED, 10));
    store = stores.get("shop");
    store.add(new Interaction("ann", "cup", Kind.PURCHASE, 0, 1));
    trainings =
        new Trainings(
            stores,
            new EventFeed(
                EventServiceGrpc.newBlockingStub(away),
                stores,
                new SnapshotFile(folder.resolve("snapshot"), 1)),
            new StoreTrainer(
                new StoreTrainer.Settings(InterestWeights.USUAL, 0.1, 30),
                Map.of(
                    RecommenderName.USER_KNN,
                    new NeighborsTrainer(new Neighborhood(10, 1), Attention.TO_ALL)),
                content,
                Clock.systemUTC()),
            new ModelFiles(folder.resolve("models")),
            new Trainings.Settings(Duration.ofHours(1), Duration.ofSeconds(5)),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    trainings.close();
    away.shutdownNow();
  }

  @Test
  void whatIsThereIsTrainedOnWhenTheLogIsAway() {
    assertThat(train().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(store.models().get().find(RecommenderName.USER_KNN)).isPresent();
  }

  @Test
  void modelsThatCannotBeKeptAnswerAllTheSame() throws IOException {
    Files.writeString(folder.resolve("models"), "a file where the folder should be");

    assertThat(train().state()).isEqualTo(Training.State.SUCCEEDED);
    assertThat(store.models().get().find(RecommenderName.USER_KNN)).isPresent();
  }

  @Test
  void anErrorEndsATrainingAndTheNextOneCanBegin() {
    content.thrown = new StackOverflowError();
    Training broken = train();
    assertThat(broken.state()).isEqualTo(Training.State.FAILED);

    content.thrown = null;
    Training next = train();
    assertThat(next.id()).isNotEqualTo(broken.id());
    assertThat(next.state()).isEqualTo(Training.State.SUCCEEDED);
  }

  private Training train() {
    String id = trainings.start(store).id();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    Training now = found(id);
    while (now.state() == Training.State.RUNNING && System.nanoTime() < end) {
      Thread.onSpinWait();
      now = found(id);
    }
    return now;
  }

  private Training found(String id) {
    return trainings.find("shop", id).orElseThrow();
  }

  /** Knows of nothing alike, and may fail to say so. */
  private static final class Warming implements SimilarProducts {
    private volatile @Nullable Error thrown;

    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      return List.of();
    }

    @Override
    public void warm(String store, List<String> productIds) {
      Error error = thrown;
      if (error != null) {
        throw error;
      }
    }
  }

  /** A catalogue of no stores. */
  private record NoCatalog() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.empty();
    }

    @Override
    public List<String> ids(String store) {
      return List.of();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
