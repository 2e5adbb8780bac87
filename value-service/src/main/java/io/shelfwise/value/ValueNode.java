package io.shelfwise.value;

import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.catalog.StoreCatalogs;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.endpoint.AnomalyLists;
import io.shelfwise.value.endpoint.CustomerValues;
import io.shelfwise.value.endpoint.Groupings;
import io.shelfwise.value.endpoint.ModelFits;
import io.shelfwise.value.endpoint.SegmentEndpoint;
import io.shelfwise.value.endpoint.SegmentInsights;
import io.shelfwise.value.endpoint.SegmentLists;
import io.shelfwise.value.endpoint.Segments;
import io.shelfwise.value.endpoint.StageChangeLists;
import io.shelfwise.value.endpoint.StoreFeatures;
import io.shelfwise.value.endpoint.ValueEndpoint;
import io.shelfwise.value.endpoint.ValueLists;
import io.shelfwise.value.endpoint.ValueSummaries;
import io.shelfwise.value.endpoint.Workbench;
import io.shelfwise.value.feed.EventFeed;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
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
  private final StoreClusterings clusterings;
  private final Workbench workbench;
  private final RpcServer server;
  private final RpcChannel profile;
  private final RpcChannel recommend;
  private final StoreCatalogs catalogs;
  private final Upkeep upkeep = new Upkeep("value-upkeep");

  /** Of its own, since the other service may keep it waiting. */
  private final Upkeep catalogUpkeep = new Upkeep("value-catalog");

  private final EventFeed feed;
  private final ValueMeters meters;
  private volatile boolean caughtUp;

  private ValueNode(
      ValueSettings settings, Rulebook rules, Optional<AccessKey> key, MeterRegistry registry) {
    snapshot = new ValueSnapshot(settings.snapshotPath());
    ValueSnapshot.Kept kept = snapshot.read();
    histories = kept.histories();
    meters = new ValueMeters(registry, histories);
    recommend = RpcChannel.open(settings.recommendTarget(), key, settings.deadline());
    catalogs = new StoreCatalogs(recommend.channel(), settings.catalogEvery());
    models =
        new StoreModels(
            histories,
            settings.trainer(catalogs::of),
            settings.refitRule(),
            settings.fitThreads(),
            meters::fitted);
    models.restore(kept.models());
    appraiser = new Appraiser(rules, models);
    boards = new Boards(appraiser, models);
    clusterings = kept.clusterings();
    workbench = new Workbench(settings.deadline());
    Segments segments = new Segments(boards, clusterings, rules);
    SegmentLists segmentLists = new SegmentLists(histories, segments);
    StoreFeatures features = new StoreFeatures(catalogs);
    CustomerValues values = new CustomerValues(histories, appraiser, models, segments);
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "value-service",
                settings.listen(),
                key,
                settings.drain(),
                new ValueEndpoint(
                    values,
                    new ValueLists(histories, boards, values, segments),
                    new ValueSummaries(histories, boards, models, rules),
                    new StageChangeLists(histories, appraiser),
                    new AnomalyLists(histories, appraiser),
                    new ModelFits(histories, models, settings.deadline())),
                new SegmentEndpoint(
                    segmentLists,
                    new Groupings(histories, features, clusterings, workbench),
                    new SegmentInsights(segmentLists, segments, features, workbench))));
    profile = RpcChannel.open(settings.profileTarget(), key, settings.deadline());
    feed = EventFeed.start(profile.channel(), histories::cursor, this::apply, this::startOver);
    upkeep.every(TICK, "refreshing groups and models", this::refresh);
    upkeep.every(
        settings.snapshotEvery(),
        "writing the snapshot",
        () -> snapshot.write(histories, models, clusterings));
    catalogUpkeep.every(TICK, "reading catalogues", this::readCatalogs);
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
    clusterings.startOver();
  }

  private void refresh() {
    appraiser.refresh(histories.stores());
    boards.refresh(histories.stores());
    if (caughtUp) {
      models.refitWhereDue();
    }
  }

  private void readCatalogs() {
    catalogs.refresh(histories.stores().stream().map(StoreHistory::store).toList());
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
    recommend.close();
    catalogUpkeep.close();
    upkeep.close();
    workbench.close();
    snapshot.write(histories, models, clusterings);
    models.close();
    profile.close();
  }
}
