package io.shelfwise.recommend;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.endpoint.CandidateEndpoint;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.propose.Proposer;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import io.shelfwise.rpc.RpcServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * recommend-service with no log to follow: its one store knows what it is told, learns when it is
 * asked to, and answers over gRPC as the service does. To be measured.
 */
public final class OfflineService implements AutoCloseable {
  private final LuceneSimilarProducts similar;
  private final StoreTrainer trainer;
  private final Store store;
  private final Proposer proposer;
  private final RpcServer server;

  private OfflineService(Catalog catalog, String id, DeliveredSettings delivered) {
    ModelSettings models = delivered.models();
    similar = new LuceneSimilarProducts(catalog, models.content().similar());
    trainer = new StoreTrainer(models.training(), models.trainers(), similar, Clock.systemUTC());
    Stores stores = new Stores(catalog, similar, models.stores());
    store = stores.get(id);
    proposer = new Proposer(stores, catalog, catalog, models.recommenders(), delivered.budget());
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "recommend-service",
                "127.0.0.1:0",
                Optional.empty(),
                Duration.ZERO,
                new CandidateEndpoint(proposer, new SimpleMeterRegistry())));
  }

  /**
   * Starts.
   *
   * @param catalog what the store sells; it remains the caller's
   * @param store the store's id
   * @param set what is set over the delivered settings, by names such as {@code user-knn.neighbors}
   * @throws IllegalArgumentException if there is no such setting, or it cannot have that value
   */
  public static OfflineService start(Catalog catalog, String store, Map<String, String> set) {
    return new OfflineService(catalog, store, DeliveredSettings.with(set));
  }

  /** Tells what was done in the store. */
  public void add(Interaction done) {
    store.add(done);
  }

  /** The recommenders that can be asked. */
  public List<RecommenderName> recommenders() {
    return proposer.recommenders();
  }

  /**
   * Trains recommenders, which answer when all of them are done.
   *
   * @param done told of each that is done
   */
  public void train(Set<RecommenderName> names, Consumer<RecommenderName> done) {
    store.models().put(trainer.train(store, names, "", Watch.NONE, done));
  }

  /**
   * Has the rows of what is alike made for these products, as a training has for all that customers
   * know.
   */
  public void warm(List<String> products) {
    similar.warm(store.id(), products);
  }

  /** Who answers, to be asked in this process. */
  public Proposer proposer() {
    return proposer;
  }

  /** The port that gRPC is taken on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    similar.close();
  }
}
