package io.shelfwise.recommend;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.content.CategoryPredictor;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.endpoint.CandidateEndpoint;
import io.shelfwise.recommend.endpoint.ProductEndpoint;
import io.shelfwise.recommend.endpoint.RecommenderEndpoint;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.propose.Proposer;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.ModelFiles;
import io.shelfwise.recommend.training.StoreTrainer;
import io.shelfwise.recommend.training.TrainingFiles;
import io.shelfwise.recommend.training.TrainingThread;
import io.shelfwise.recommend.training.Trainings;
import io.shelfwise.recommend.trial.Trials;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.rpc.SnapshotFile;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A running recommend-service, put together: the catalogue, what follows the log, what trains, what
 * answers.
 *
 * <p>It is ready once it has followed the log to its end. Models are not trained before, since they
 * would be of half a shop.
 */
public final class RecommendNode implements AutoCloseable {
  private static final int STATE_VERSION = 4;

  private final Catalog catalog;
  private final LuceneSimilarProducts similar;
  private final RpcChannel profile;
  private final EventFeed feed;
  private final Trainings trainings;
  private final RpcServer server;
  private final Upkeep upkeep = new Upkeep();

  private RecommendNode(
      RecommendSettings settings,
      CatalogSettings catalogue,
      ModelSettings models,
      GuardSettings guard,
      Optional<AccessKey> key,
      MeterRegistry meters) {
    catalog = Catalog.open(catalogue.in(settings.data("catalog")));
    similar = new LuceneSimilarProducts(catalog, models.content().similar());
    Stores stores = new Stores(catalog, similar, models.stores());

    profile = RpcChannel.open(settings.profileTarget(), key, settings.deadline());
    feed =
        new EventFeed(
            EventServiceGrpc.newBlockingStub(profile.channel()),
            stores,
            new SnapshotFile(settings.data("interactions.snapshot"), STATE_VERSION));
    feed.load();
    ModelFiles files = new ModelFiles(settings.data("models"));
    files.load(stores, models.trainers());

    StoreTrainer trainer =
        new StoreTrainer(
            models.training(), guard.holdOut(), models.trainers(), similar, Clock.systemUTC());
    TrainingThread thread = new TrainingThread();
    trainings =
        new Trainings(
            stores,
            feed,
            trainer,
            files,
            new TrainingFiles(settings.data("trainings")),
            new Trainings.Settings(
                settings.trainEvery(),
                settings.trainWait(),
                guard.guard(),
                settings.trainingOrder()),
            thread,
            Clock.systemUTC(),
            meters);
    Trials trials =
        new Trials(stores, catalog, models.judging(), guard.trials(), thread, Clock.systemUTC());
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "recommend-service",
                settings.listen(),
                key,
                settings.drain(),
                new ProductEndpoint(
                    catalog,
                    new CategoryPredictor(similar, catalog::categories),
                    InstantSource.system()),
                new CandidateEndpoint(
                    new Proposer(
                        stores, catalog, catalog, models.recommenders(), settings.budget()),
                    meters),
                new RecommenderEndpoint(
                    stores, trainings, trainer, trials, feed, models.byName())));

    Gauge.builder("shelfwise.recommend.lag", feed, following -> following.lag().toMillis() / 1e3)
        .description(
            "Seconds for which there has been something in the log that is not taken in yet")
        .register(meters);
    // What reads alike is not kept on disk; without this the first customers would miss it.
    trainings.resume();
    feed.start(
        () -> server.ready(true),
        () -> {
          server.ready(false);
          files.clear();
        });
    upkeep.every(settings.trainLook(), "looking for stores to train", trainings::startDue);
    upkeep.every(settings.snapshotEvery(), "keeping what was made of the log", feed::save);
  }

  /**
   * Starts recommend-service: it answers at once, and is ready when it has followed the log to its
   * end.
   */
  static RecommendNode start(
      RecommendSettings settings,
      CatalogSettings catalogue,
      ModelSettings models,
      GuardSettings guard,
      Optional<AccessKey> key,
      MeterRegistry meters) {
    return new RecommendNode(settings, catalogue, models, guard, key, meters);
  }

  /** The port that gRPC is taken on. */
  int port() {
    return server.port();
  }

  /** Answers out what is under way, then keeps what was made of the log. */
  @Override
  public void close() {
    server.close();
    upkeep.close();
    trainings.close();
    feed.close();
    profile.close();
    similar.close();
    catalog.close();
  }
}
