package io.shelfwise.value.predict;

import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.regress.SpendRegressor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models in force in each store, and the making of new ones.
 *
 * <p>Fits run on a few threads of their own, at most one for a store at a time. Whoever asks while
 * one runs waits for the one after it, which all who ask meanwhile share: the one that runs may
 * have read the store before what they ask about was written. While models are made, and when new
 * ones cannot be, the old ones stay in force.
 */
public final class StoreModels implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreModels.class);
  private static final int MOST_WAITING = 1_000;
  private static final FitOutcome FAILED = new FitOutcome.Refused("the last fit failed");
  private static final FitOutcome GONE =
      new FitOutcome.Refused("the store was read anew while its fit was waited for");

  private final Histories histories;
  private final ValueTrainer trainer;
  private final RefitRule rule;
  private final Consumer<Duration> fitted;
  private final ThreadPoolExecutor threads;
  private final Map<String, ValueModels> inForce = new ConcurrentHashMap<>();
  private final Map<String, LastFit> lastFits = new ConcurrentHashMap<>();
  private final Map<String, Fit> waiting = new HashMap<>();
  private final Set<String> busy = new HashSet<>();

  private final Map<String, Ready> learned = new ConcurrentHashMap<>();

  /** Products that were new a minute ago are then told by their category, too. */
  private static final Duration READY_FOR = Duration.ofMinutes(1);

  private record Ready(LearnedSpend spend, long nanoTime) {
    boolean isGood(SpendRegressor regressor, long now) {
      return spend.regressor() == regressor && now - nanoTime <= READY_FOR.toNanos();
    }
  }

  private record LastFit(FitOutcome outcome, long orders, long nanoTime, Duration took) {}

  private record Fit(StoreHistory store, CompletableFuture<FitOutcome> outcome) {}

  /**
   * The models of the stores there are.
   *
   * @param threads how many fits run at once
   * @param fitted told how long each fit took
   */
  public StoreModels(
      Histories histories,
      ValueTrainer trainer,
      RefitRule rule,
      int threads,
      Consumer<Duration> fitted) {
    this.histories = histories;
    this.trainer = trainer;
    this.rule = rule;
    this.fitted = fitted;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("fit-", 0).daemon().factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** The models in force; empty if there are none. */
  public Optional<ValueModels> of(String store) {
    return Optional.ofNullable(inForce.get(store));
  }

  /**
   * The regression in force, ready to be asked of the store's customers; empty if there is none.
   */
  public Optional<LearnedSpend> learned(StoreHistory store) {
    Optional<SpendRegressor> regressor = of(store.store()).flatMap(ValueModels::regressor);
    if (regressor.isEmpty()) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    // One caller makes it ready; the others wait for that instead of doing the same.
    return Optional.of(
        learned
            .compute(
                store.store(),
                (_, ready) ->
                    ready != null && ready.isGood(regressor.get(), now)
                        ? ready
                        : new Ready(trainer.regressions().ready(regressor.get(), store), now))
            .spend());
  }

  /** Why there are no models, as a sentence without its full stop. */
  public String reasonForNone(String store) {
    LastFit last = lastFits.get(store);
    return last != null && last.outcome() instanceof FitOutcome.Refused(String reason)
        ? reason
        : "the models have not been fitted yet";
  }

  /** All models in force, by store. */
  public Map<String, ValueModels> all() {
    return Map.copyOf(inForce);
  }

  /**
   * Puts models in force that were kept from an earlier run, as if they had just been fitted to
   * what there is.
   */
  public void restore(Map<String, ValueModels> kept) {
    kept.forEach(
        (store, models) -> {
          long orders = histories.store(store).map(s -> s.totals().orders()).orElse(0L);
          inForce.put(store, models);
          lastFits.put(
              store,
              new LastFit(
                  new FitOutcome.Fitted(models),
                  orders,
                  System.nanoTime(),
                  models.provenance().took()));
        });
  }

  /** Drops all models, for the stores that they were fitted to are gone. */
  public synchronized void startOver() {
    waiting.values().forEach(fit -> fit.outcome().complete(GONE));
    waiting.clear();
    inForce.clear();
    lastFits.clear();
    learned.clear();
  }

  /** A fit may end when its store is gone, and another one of that id is there. */
  private synchronized void remember(StoreHistory store, LastFit fit) {
    if (histories.holds(store)) {
      lastFits.put(store.store(), fit);
    }
  }

  /**
   * Fits a store's models, and waits until they are there.
   *
   * @throws TimeoutException if they are not there in time; the fit goes on
   * @throws RejectedExecutionException if too many stores wait for theirs
   */
  public FitOutcome fit(StoreHistory store, Duration patience)
      throws TimeoutException, InterruptedException {
    try {
      return start(store).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedExecutionException full) {
        throw full;
      }
      throw new IllegalStateException("the fit of store " + store.store() + " failed", e);
    }
  }

  /** Starts to fit the models of every store for which it is time. */
  public void refitWhereDue() {
    long now = System.nanoTime();
    for (StoreHistory store : histories.stores()) {
      LastFit last = lastFits.get(store.store());
      if (!isBusy(store.store())
          && (last == null
              || rule.isDue(
                  Duration.ofNanos(now - last.nanoTime()),
                  last.took(),
                  last.orders(),
                  store.totals().orders()))) {
        try {
          var _ = start(store);
        } catch (RejectedExecutionException e) {
          // No room for this one or those after it; the next time, those that wait now are done.
          return;
        }
      }
    }
  }

  private synchronized boolean isBusy(String store) {
    return busy.contains(store);
  }

  /** One step with {@link #startOver}, after which nothing of a store that is gone is in force. */
  private synchronized void putInForce(StoreHistory store, ValueModels models) {
    if (histories.holds(store)) {
      inForce.put(store.store(), models);
    }
  }

  /** The store's fit that has not begun yet, which is made if there is none. */
  private synchronized CompletableFuture<FitOutcome> start(StoreHistory store) {
    Fit shared = waiting.get(store.store());
    if (shared != null && shared.store() == store) {
      return shared.outcome();
    }
    if (!busy.contains(store.store())) {
      threads.execute(() -> run(store.store()));
      busy.add(store.store());
    }
    Fit mine = new Fit(store, new CompletableFuture<>());
    waiting.put(store.store(), mine);
    if (shared != null) {
      shared.outcome().complete(GONE);
    }
    return mine.outcome();
  }

  /** The fit to run; empty if all stores have started over since it was asked for. */
  private synchronized Optional<Fit> begin(String store) {
    Optional<Fit> fit = Optional.ofNullable(waiting.remove(store));
    if (fit.isEmpty()) {
      busy.remove(store);
    }
    return fit;
  }

  /** Lets other stores come first, if one more fit of this one was asked for. */
  private synchronized void end(String store) {
    Fit next = waiting.get(store);
    if (next == null) {
      busy.remove(store);
      return;
    }
    try {
      threads.execute(() -> run(store));
    } catch (RejectedExecutionException e) {
      waiting.remove(store);
      busy.remove(store);
      next.outcome().completeExceptionally(e);
    }
  }

  private void run(String id) {
    begin(id).ifPresent(fit -> run(id, fit));
  }

  private void run(String id, Fit fit) {
    StoreHistory store = fit.store();
    long start = System.nanoTime();
    long orders = store.totals().orders();
    try {
      FitOutcome outcome = outcome(store);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      remember(store, new LastFit(outcome, orders, System.nanoTime(), took));
      fitted.accept(took);
      end(id);
      fit.outcome().complete(outcome);
    } catch (RuntimeException | Error e) {
      log.error("fitting the models of store {} failed", id, e);
      // Remembered like any fit: what fails once fails again until the store has changed.
      remember(
          store,
          new LastFit(
              FAILED, orders, System.nanoTime(), Duration.ofNanos(System.nanoTime() - start)));
      end(id);
      fit.outcome().completeExceptionally(e);
    }
  }

  private FitOutcome outcome(StoreHistory store) {
    try {
      ValueModels models = trainer.fit(store, histories.cursor());
      putInForce(store, models);
      log.info(
          "models of store {} fitted to {} customers in {} ms",
          store.store(),
          models.provenance().customers(),
          models.provenance().took().toMillis());
      return new FitOutcome.Fitted(models);
    } catch (UnfitException e) {
      log.info("models of store {} cannot be fitted: {}", store.store(), e.reason());
      return new FitOutcome.Refused(e.reason());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
