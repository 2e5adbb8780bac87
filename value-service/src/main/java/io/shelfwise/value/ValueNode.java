package io.shelfwise.value;

import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.endpoint.AnomalyLists;
import io.shelfwise.value.endpoint.CustomerValues;
import io.shelfwise.value.endpoint.ModelFits;
import io.shelfwise.value.endpoint.StageChangeLists;
import io.shelfwise.value.endpoint.ValueEndpoint;
import io.shelfwise.value.endpoint.ValueLists;
import io.shelfwise.value.endpoint.ValueSummaries;
import io.shelfwise.value.feed.EventFeed;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.predict.StoreModels;
import java.time.Duration;
import java.util.Optional;

/**
 * A running value-service, put together: what was kept, what follows the log, what answers.
 *
 * <p>It is ready once it has followed the log to its end; models are not fitted before, since they
 * would be of half a shop.
 */
public final class ValueNode implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final ValueSnapshot snapshot;
  private final Histories histories;
  private final StoreModels models;
  private final Appraiser appraiser;
  private final Boards boards;
  private final RpcServer server;
  private final RpcChannel profile;
  private final Upkeep upkeep = new Upkeep();
  private final EventFeed feed;
  private final ValueMeters meters;
  private volatile boolean caughtUp;

  private ValueNode(
      ValueSettings settings, Rulebook rules, Optional<AccessKey> key, MeterRegistry registry) {
    snapshot = new ValueSnapshot(settings.snapshotPath());
    ValueSnapshot.Kept kept = snapshot.read();
    histories = kept.histories();
    meters = new ValueMeters(registry, histories);
    models =
        new StoreModels(
            histories,
            settings.trainer(),
            settings.refitRule(),
            settings.fitThreads(),
            meters::fitted);
    models.restore(kept.models());
    appraiser = new Appraiser(rules, models);
    boards = new Boards(appraiser, models);
    CustomerValues values = new CustomerValues(histories, appraiser, models);
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "value-service",
                settings.listen(),
                key,
                settings.drain(),
                new ValueEndpoint(
                    values,
                    new ValueLists(histories, boards, values),
                    new ValueSummaries(histories, boards, models, rules),
                    new StageChangeLists(histories, appraiser),
                    new AnomalyLists(histories, appraiser),
                    new ModelFits(histories, models, settings.deadline()))));
    profile = RpcChannel.open(settings.profileTarget(), key, settings.deadline());
    feed = EventFeed.start(profile.channel(), histories::cursor, this::apply, this::startOver);
    upkeep.every(TICK, "refreshing groups and models", this::refresh);
    upkeep.every(
        settings.snapshotEvery(), "writing the snapshot", () -> snapshot.write(histories, models));
  }

  /**
   * Starts value-service: it answers at once, and is ready when it has followed the log to its end.
   */
  static ValueNode start(
      ValueSettings settings, Rulebook rules, Optional<AccessKey> key, MeterRegistry registry) {
    return new ValueNode(settings, rules, key, registry);
  }

  private void apply(LogPart part) {
    histories.apply(part);
    meters.tookIn(part.events().size());
    if (part.caughtUp() && !caughtUp) {
      caughtUp = true;
      server.ready(true);
    }
  }

  /** What was made of a lost log answers no more, and the new one is not read to its end yet. */
  private void startOver() {
    caughtUp = false;
    server.ready(false);
    histories.startOver();
    models.startOver();
  }

  private void refresh() {
    appraiser.refresh(histories.stores());
    boards.refresh(histories.stores());
    if (caughtUp) {
      models.refitWhereDue();
    }
  }

  /** The port that gRPC is taken on. */
  int port() {
    return server.port();
  }

  /** Answers out what is under way, then keeps what was made of the log. */
  @Override
  public void close() {
    server.close();
    feed.close();
    upkeep.close();
    snapshot.write(histories, models);
    models.close();
    profile.close();
  }
}
