package io.shelfwise.recommend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.content.EmptyCatalog;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.TrainingThread;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trials that wait, or are long at it, until they may go on. */
class TrialsTest {
  private static final Popularity.Settings COUNTED = new Popularity.Settings(30, 1, 1, true, 10);

  private final EmptyCatalog catalog = new EmptyCatalog();
  private final Stores stores =
      new Stores(
          catalog,
          catalog,
          new Stores.Settings(
              new StoreInteractions.Reach(10, 100),
              COUNTED,
              COUNTED,
              new Newcomers.Settings(10, 30, 10),
              new ContentModel.Kept(10, 10, 1)));
  private final Store store = stores.get("shop");
  private final TrainingThread thread = new TrainingThread();
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final CountDownLatch listed = new CountDownLatch(1);
  private final Trials trials =
      new Trials(
          stores,
          new SlowList(),
          new TrainedShop.Setup(
              new Recommenders(InterestWeights.USUAL, Set.of(), new Attention(10, 10, 0)),
              Map.of(),
              InterestWeights.USUAL,
              0.1,
              30),
          new Trials.Settings(100, 100, 1),
          thread,
          Clock.systemUTC());

  /** A catalogue that lists nothing, and not until it may go on. */
  private final class SlowList implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.empty();
    }

    @Override
    public List<String> ids(String store) {
      listed.countDown();
      waitUntilItMayGoOn();
      return List.of();
    }

    @Override
    public long version(String store) {
      return 0;
    }
  }

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void oneThatIsCancelledSaysSoUntilItIsNoticed() throws InterruptedException {
    String id = start();
    assertThat(listed.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(trials.cancel(store, id).orElseThrow().state()).isEqualTo(Trial.State.CANCELLING);
    assertThat(trials.find(store, id).orElseThrow().isUnderWay()).isTrue();
    mayGoOn.countDown();
    awaitAllBefore();

    assertThat(trials.find(store, id).orElseThrow().isUnderWay()).isFalse();
  }

  @Test
  void oneThatIsCancelledWhileItWaitsEndsAtOnce() throws InterruptedException {
    assertThat(thread.offer(this::waitUntilItMayGoOn)).isTrue();
    String id = start();

    assertThat(trials.cancel(store, id).orElseThrow().state()).isEqualTo(Trial.State.CANCELLED);
    mayGoOn.countDown();
    awaitAllBefore();

    assertThat(trials.find(store, id).orElseThrow().state()).isEqualTo(Trial.State.CANCELLED);
    assertThat(listed.getCount()).as("it was never begun").isEqualTo(1);
    assertThat(trials.cancel(store, id).orElseThrow().state())
        .as("at its end")
        .isEqualTo(Trial.State.CANCELLED);
    assertThat(trials.cancel(store, "none")).isEmpty();
  }

  @Test
  void anIdIsNotGivenToAnotherTrial() {
    String id = start();

    assertThat(start()).as("sent again").isEqualTo(id);
    assertThatThrownBy(() -> trials.start(store, holdingOut(0.3)))
        .hasMessage("evaluation mine exists: it was given to another question; choose another id");
    mayGoOn.countDown();
  }

  private String start() {
    return trials.start(store, holdingOut(0.2)).id();
  }

  private static Trials.Request holdingOut(double share) {
    return new Trials.Request(List.of(), Optional.of("mine"), share, true);
  }

  private void waitUntilItMayGoOn() {
    try {
      assertThat(mayGoOn.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread does one thing after the other. */
  private void awaitAllBefore() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    assertThat(thread.offer(done::countDown)).isTrue();
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
