package io.shelfwise.recommend.training;

import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.guard.Guard;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.store.TrainedModels;
import io.shelfwise.rpc.ApiException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final String STOPPED = "the service was stopped";
  private static final String CANCELLED = "it was cancelled";
  private static final String REPLACED = "the log that the store was made of was replaced";

  private final Stores stores;
  private final EventFeed feed;
  private final StoreTrainer trainer;
  private final ModelFiles models;
  private final TrainingFiles files;
  private final Settings settings;
  private final TrainingThread thread;
  private final TrainingSchedule schedule;
  private final TrainingMeters meters;
  private final Clock clock;
  private final ConcurrentHashMap<String, TrainingHistory> histories = new ConcurrentHashMap<>();

  /** Trainings that none has asked for yet. */
  public Trainings(
      Stores stores,
      EventFeed feed,
      StoreTrainer trainer,
      ModelFiles models,
      TrainingFiles files,
      Settings settings,
      TrainingThread thread,
      Clock clock,
      MeterRegistry meters) {
    this.stores = stores;
    this.feed = feed;
    this.trainer = trainer;
    this.models = models;
    this.files = files;
    this.settings = settings;
    this.thread = thread;
    this.schedule = new TrainingSchedule(trainer, settings.every());
    this.meters = new TrainingMeters(meters);
    this.clock = clock;
  }

  /**
   * When to train, and what may come into force.
   *
   * @param every after what time a store is trained again, if anything has happened there
   * @param longestWait how long to wait for the log to be taken in before training
   * @param guard what keeps a bad model out
   * @param order in which order the recommenders of a store are trained
   */
  public record Settings(Duration every, Duration longestWait, Guard guard, TrainingOrder order) {
    public Settings {
      if (!every.isPositive() || !longestWait.isPositive()) {
        throw new IllegalArgumentException(
            "every, longest-wait: " + every + ", " + longestWait + " (expected: > 0)");
      }
    }
  }

  /**
   * Makes ready, behind the answers, what a restart has lost although the models are there; and has
   * those that are not there, or not as they should be, trained as soon as the log is taken in.
   */
  public void resume() {
    for (Store store : stores.all()) {
      schedule.found(store, clock.instant());
      boolean _ = thread.offer(() -> warm(store));
    }
  }

  private void warm(Store store) {
    try {
      Store _ = trainer.warm(store);
    } catch (RuntimeException e) {
      log.warn("store {}: content is made ready as it is asked for", store.id(), e);
    }
  }

  /** The recommenders that can be trained. */
  public Set<RecommenderName> names() {
    return trainer.names();
  }

  /** Starts what the schedule says, once the log was followed to its end. */
  public void startDue() {
    if (feed.everCaughtUp()) {
      for (Store store : stores.all()) {
        Set<RecommenderName> due = schedule.due(store, clock.instant());
        if (!due.isEmpty()) {
          startDue(store, due);
        }
      }
    }
  }

  private void startDue(Store store, Set<RecommenderName> due) {
    try {
      Training _ = start(store, TrainingRequest.bySchedule(due));
    } catch (ApiException e) {
      // So many are under way there that one of them will do; other stores have their turn.
      log.debug("store {}: not trained now: {}", store.id(), e.getMessage());
    }
  }

  /**
   * Starts a training; or answers the one that has the request's id, or is under way and will do.
   */
  public Training start(Store store, TrainingRequest request) {
    TrainingHistory history = history(store.id());
    TrainingHistory.Begun begun = history.begin(request, clock.instant());
    Training training = begun.training();
    if (begun.isNew() && !thread.offer(() -> run(store, history, training, request.upToDate()))) {
      end(history, training, Training.State.FAILED, STOPPED);
    }
    return history.find(training.id()).orElse(training);
  }

  private void run(Store store, TrainingHistory history, Training training, boolean upToDate) {
    if (!history.start(training.id())) {
      return;
    }
    long begin = System.nanoTime();
    // An Error ends it too: a training that never ended would be in the way of the next ones.
    String reason = "a defect, which the log tells";
    Training.State state = Training.State.FAILED;
    try {
      if (upToDate && !feed.awaitNow(settings.longestWait())) {
        log.warn("store {}: the log is not taken in yet; trained on what there is", store.id());
      }
      boolean whole = training.trains().equals(trainer.names());
      if (whole) {
        schedule.begun(store, clock.instant());
      }
      new TrainingRun(
              store,
              history,
              training,
              trainer,
              settings.guard(),
              () -> reasonToStop(store, history, training).isPresent(),
              successor(store))
          .train(feed.cursor());
      state = Training.State.SUCCEEDED;
      if (whole && history.find(training.id()).stream().noneMatch(Training::hasFailures)) {
        schedule.learned(store);
      }
      // Takes longer than all models, and none waits for it.
      boolean _ = thread.offer(() -> warm(store));
      log.info(
          "store {}: {} recommenders trained in {} ms",
          store.id(),
          training.recommenders().size(),
          (System.nanoTime() - begin) / 1_000_000);
    } catch (CancellationException e) {
      reason = reasonToStop(store, history, training).orElse(CANCELLED);
      state = reason.equals(CANCELLED) ? Training.State.CANCELLED : Training.State.FAILED;
      log.info("store {}: training {} ended: {}", store.id(), training.id(), reason);
    } catch (RuntimeException e) {
      if (!thread.isClosed()) {
        log.error("store {}: training failed; the old models answer", store.id(), e);
      }
    } finally {
      end(history, training, state, reason);
      history
          .find(training.id())
          .ifPresent(ended -> meters.count(ended, System.nanoTime() - begin));
    }
  }

  /** Why a training is to end before its end; empty if it is not. */
  private Optional<String> reasonToStop(Store store, TrainingHistory history, Training training) {
    return thread.isClosed()
        ? Optional.of(STOPPED)
        : !stores.isThere(store)
            ? Optional.of(REPLACED)
            : history.isCancelled(training.id()) ? Optional.of(CANCELLED) : Optional.empty();
  }

  private void end(
      TrainingHistory history, Training training, Training.State state, String reason) {
    history.update(
        training.id(),
        now ->
            state == Training.State.SUCCEEDED
                ? now.finished(clock.instant())
                : now.ended(state, reason, clock.instant()));
    // Once the service stops, this thread is interrupted and cannot write; whoever stops it does.
    if (!thread.isClosed()) {
      keep(training.store(), history);
    }
  }

  private TrainingRun.Successor successor(Store store) {
    return new TrainingRun.Successor() {
      // Models that cannot be kept are as good as others, until a restart.
      @Override
      public void answer(RecommenderName name, TrainedModel model) {
        TrainedModels made = new TrainedModels(Map.of(name, model));
        store.models().put(made);
        try {
          models.save(store, made);
        } catch (UncheckedIOException e) {
          log.warn("store {}: the new models answer, but are not kept on disk", store.id(), e);
        }
      }

      @Override
      public void leave(RecommenderName name) {
        store.models().remove(name);
        models.delete(store, name);
      }
    };
  }

  private void keep(String store, TrainingHistory history) {
    try {
      files.save(store, history.all());
    } catch (UncheckedIOException e) {
      log.warn("store {}: the history of its trainings is not kept on disk", store, e);
    }
  }

  /**
   * Ends a training, if it is under way; what it has trained answers. Empty if there is none of
   * that id.
   */
  public Optional<Training> cancel(Store store, String id) {
    return history(store.id()).cancel(id, clock.instant());
  }

  /** A training; empty if there was none of that id lately. */
  public Optional<Training> find(Store store, String id) {
    return history(store.id()).find(id);
  }

  /** The latest trainings of a store, the newest first. */
  public List<Training> all(Store store) {
    return history(store.id()).all();
  }

  private TrainingHistory history(String store) {
    return histories.computeIfAbsent(
        store, id -> new TrainingHistory(id, settings.order(), files.load(id)));
  }

  /** Gives up the training under way, and keeps that it was so ended. */
  @Override
  public void close() {
    thread.close();
    histories.forEach(
        (store, history) -> {
          for (Training training : history.all()) {
            history.update(
                training.id(), now -> now.ended(Training.State.FAILED, STOPPED, clock.instant()));
          }
          // Also what the thread could not write any more, once it was interrupted.
          keep(store, history);
        });
  }
}
