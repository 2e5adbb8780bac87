package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.TrainedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which stores are to be trained without anyone's asking.
 *
 * <ul>
 *   <li>What a restart finds without a model, or with one of other settings, is trained at once.
 *   <li>A store in which anything has happened is trained again after a while,
 *   <li>or sooner, when it has doubled: it is another store then. But one into which much is being
 *       written is left in peace for so long.
 * </ul>
 */
final class TrainingSchedule {
  private final StoreTrainer trainer;
  private final Duration every;
  private final Map<String, Seen> stores = new HashMap<>();

  /**
   * A schedule.
   *
   * @param every after what time a store is trained again, if anything has happened there
   */
  TrainingSchedule(StoreTrainer trainer, Duration every) {
    this.trainer = trainer;
    this.every = every;
  }

  /** What was seen of a store when it was last looked at, or trained. */
  private static final class Seen {
    private final Instant first;
    private boolean toMend;
    private Optional<Instant> lastStart = Optional.empty();
    private long events = -1;
    private long begunAt = -1;
    private long trainedAt = -1;

    Seen(Instant first, boolean toMend) {
      this.first = first;
      this.toMend = toMend;
    }

    boolean isQuietAt(long now) {
      boolean quiet = events == now;
      events = now;
      return quiet;
    }
  }

  /** Tells of a store that a restart found. */
  synchronized void found(Store store, Instant now) {
    stores.put(store.id(), new Seen(now, true));
  }

  /** Tells that a training of all that can be trained has begun. */
  synchronized void begun(Store store, Instant now) {
    Seen seen = seen(store, now);
    seen.lastStart = Optional.of(now);
    seen.begunAt = stamp(store);
  }

  /** Tells that the training that has begun last did not fail: what was there then is learned. */
  synchronized void learned(Store store) {
    Seen seen = seen(store, Instant.EPOCH);
    seen.trainedAt = seen.begunAt;
  }

  /** Which of a store's recommenders are to be trained now; none if none. */
  synchronized Set<RecommenderName> due(Store store, Instant now) {
    Seen seen = seen(store, now);
    long events = store.interactions().count();
    boolean quiet = seen.isQuietAt(events);
    Set<RecommenderName> behind = trainer.behind(store);
    if (events == 0 || stamp(store) == seen.trainedAt) {
      return Set.of();
    }
    if (seen.toMend) {
      seen.toMend = false;
      if (!behind.isEmpty()) {
        seen.lastStart = Optional.of(now);
        return behind;
      }
    }
    Optional<Provenance> oldest =
        store.models().get().all().values().stream()
            .map(TrainedModel::provenance)
            .min(Comparator.comparing(Provenance::time));
    boolean upToDate =
        behind.isEmpty()
            && oldest.isPresent()
            && oldest.get().events() == events
            && oldest.get().erasures() == store.interactions().erasures();
    if (upToDate) {
      return Set.of();
    }
    Instant last = seen.lastStart.or(() -> oldest.map(Provenance::time)).orElse(seen.first);
    boolean old = last.isBefore(now.minus(every));
    long known = Math.max(seen.begunAt, oldest.map(Provenance::events).orElse(0L));
    boolean doubled = events > 2 * known;
    return old || (doubled && quiet) ? trainer.names() : Set.of();
  }

  /** What changes whenever there is something new to learn, or to forget. */
  private static long stamp(Store store) {
    return store.interactions().count() + store.interactions().erasures();
  }

  private Seen seen(Store store, Instant now) {
    return stores.computeIfAbsent(store.id(), id -> new Seen(now, false));
  }
}
