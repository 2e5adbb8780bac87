package io.shelfwise.recommend.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The latest trainings of a store, of which at most one is under way. */
final class TrainingHistory {
  private static final int MOST = 20;

  private final String store;
  private final Instant firstSeen;
  private final Map<String, Training> trainings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Training> eldest) {
          return size() > MOST;
        }
      };
  private long latest;
  private long lastSeen = -1;
  private @Nullable String running;

  TrainingHistory(String store, Instant firstSeen) {
    this.store = store;
    this.firstSeen = firstSeen;
  }

  /** The training that is under way. */
  synchronized Optional<Training> running() {
    return Optional.ofNullable(running).map(trainings::get);
  }

  /**
   * Begins a training; its id is its start in milliseconds since 1970. Empty if one is under way.
   */
  synchronized Optional<Training> begin(Instant now) {
    if (running != null) {
      return Optional.empty();
    }
    latest = Math.max(latest + 1, now.toEpochMilli());
    Training training = Training.begun(store, Long.toString(latest), now);
    trainings.put(training.id(), training);
    running = training.id();
    return Optional.of(training);
  }

  /** Notes news of the training under way. */
  synchronized void update(String id, UnaryOperator<Training> news) {
    Training changed = trainings.computeIfPresent(id, (key, training) -> news.apply(training));
    if (changed != null && changed.state() != Training.State.RUNNING) {
      running = null;
    }
  }

  synchronized Optional<Training> find(String id) {
    return Optional.ofNullable(trainings.get(id));
  }

  /** When the store was first seen here. */
  Instant firstSeen() {
    return firstSeen;
  }

  /** Whether the store has so many events as it had when this was last asked. */
  synchronized boolean isQuietAt(long events) {
    boolean quiet = events == lastSeen;
    lastSeen = events;
    return quiet;
  }

  /** When the last training began, whatever became of it. */
  synchronized Optional<Instant> lastStart() {
    return latest == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(latest));
  }
}
