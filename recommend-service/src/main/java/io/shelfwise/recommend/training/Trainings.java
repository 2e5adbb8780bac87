package io.shelfwise.recommend.training;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.store.TrainedModels;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains stores, one at a time, and remembers how each training went.
 *
 * <p>A training that was asked for learns from all that was in the log when it was asked for,
 * although we may follow the log a little behind. One by schedule takes what is there.
 */
public final class Trainings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Trainings.class);

  private final Stores stores;
  private final EventFeed feed;
  private final StoreTrainer trainer;
  private final ModelFiles files;
  private final Settings settings;
  private final Clock clock;
  private final Timer timer;
  private final ConcurrentHashMap<String, TrainingHistory> histories = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("train-recommenders").factory());
  private volatile boolean closed;
  private final Watch watch =
      new Watch() {
        @Override
        public boolean cancelled() {
          return closed;
        }

        @Override
        public void progress(double part) {}
      };

  /** Trainings that none has asked for yet. */
  public Trainings(
      Stores stores,
      EventFeed feed,
      StoreTrainer trainer,
      ModelFiles files,
      Settings settings,
      Clock clock,
      MeterRegistry meters) {
    this.stores = stores;
    this.feed = feed;
    this.trainer = trainer;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
    this.timer = meters.timer("shelfwise.recommend.training");
  }

  /**
   * When to train.
   *
   * @param every after what time a store is trained again, if anything has happened there
   * @param longestWait how long to wait for the log to be taken in before training
   */
  public record Settings(Duration every, Duration longestWait) {
    public Settings {
      if (!every.isPositive() || !longestWait.isPositive()) {
        throw new IllegalArgumentException(
            "every, longest-wait: " + every + ", " + longestWait + " (expected: > 0)");
      }
    }
  }

  /** Makes ready, behind the answers, what a restart has lost although the models are there. */
  public void warm() {
    for (Store store : stores.all()) {
      thread.execute(() -> warm(store));
    }
  }

  private void warm(Store store) {
    try {
      Store _ = trainer.warm(store);
    } catch (RuntimeException e) {
      log.warn("store {}: content is made ready as it is asked for", store.id(), e);
    }
  }

  /**
   * Starts to train a store on all that is in the log now; answers the training under way if there
   * is one.
   */
  public Training start(Store store) {
    return start(store, true);
  }

  /**
   * Starts to train each store that has events and no models, or models that are old and not up to
   * date.
   */
  public void startDue() {
    if (feed.everCaughtUp()) {
      stores.all().stream().filter(this::isDue).forEach(store -> start(store, false));
    }
  }

  private boolean isDue(Store store) {
    TrainingHistory history = history(store);
    long events = store.interactions().count();
    boolean quiet = history.isQuietAt(events);
    Optional<Provenance> trained =
        store.models().get().all().values().stream()
            .map(TrainedModel::provenance)
            .min(Comparator.comparing(Provenance::time));
    long trainedOn = trained.map(Provenance::events).orElse(0L);
    if (events == trainedOn) {
      return false;
    }
    Instant last =
        history.lastStart().or(() -> trained.map(Provenance::time)).orElse(history.firstSeen());
    boolean old = last.isBefore(clock.instant().minus(settings.every()));
    // A store that has doubled is another store; but one into which much is being written is left
    // in peace for a while.
    return old || (events > 2 * trainedOn && quiet);
  }

  private synchronized Training start(Store store, boolean onDemand) {
    TrainingHistory history = history(store);
    Optional<Training> begun = history.begin(clock.instant());
    if (begun.isEmpty()) {
      return history.running().orElseThrow();
    }
    Training training = begun.get();
    try {
      thread.execute(() -> run(store, history, training.id(), onDemand));
    } catch (RejectedExecutionException e) {
      end(history, training.id(), Training.State.FAILED);
    }
    return history.find(training.id()).orElseThrow();
  }

  private void run(Store store, TrainingHistory history, String id, boolean onDemand) {
    long begin = System.nanoTime();
    Training.State end = Training.State.FAILED;
    try {
      if (onDemand && !feed.awaitNow(settings.longestWait())) {
        log.warn("store {}: the log is not taken in yet; trained on what there is", store.id());
      }
      TrainedModels models =
          trainer.train(
              store,
              trainer.names(),
              feed.cursor(),
              watch,
              name -> history.update(id, training -> training.withDone(name.text())));
      if (!stores.isThere(store)) {
        log.info("store {}: not trained, for the log that this is of was replaced", store.id());
        return;
      }
      store.models().put(models);
      keep(store, models, files);
      end = Training.State.SUCCEEDED;
      timer.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      log.info(
          "store {}: {} recommenders trained in {} ms",
          store.id(),
          models.all().size(),
          (System.nanoTime() - begin) / 1_000_000);
    } catch (RuntimeException e) {
      if (!closed) {
        log.error("store {}: training failed; the old models answer", store.id(), e);
      }
    } finally {
      // After an Error too: a training that never ended would be the store's last.
      end(history, id, end);
    }
  }

  private void end(TrainingHistory history, String id, Training.State how) {
    history.update(id, training -> training.ended(how, clock.instant()));
  }

  /** Models that cannot be kept are as good as others, until a restart. */
  private static void keep(Store store, TrainedModels models, ModelFiles files) {
    try {
      files.save(store, models);
    } catch (UncheckedIOException e) {
      log.warn("store {}: the new models answer, but are not kept on disk", store.id(), e);
    }
  }

  /** A training; empty if there was none of that id lately. */
  public Optional<Training> find(String store, String id) {
    return Optional.ofNullable(histories.get(store)).flatMap(history -> history.find(id));
  }

  private TrainingHistory history(Store store) {
    return histories.computeIfAbsent(store.id(), id -> new TrainingHistory(id, clock.instant()));
  }

  /** Gives up the training under way. */
  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("a training did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
