package io.shelfwise.recommend.trial;

import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.evaluate.Bootstrap;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.TrainingThread;
import io.shelfwise.rpc.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs trials behind the answers, one at a time, and remembers the latest of each store. */
public final class Trials {
  private static final Logger log = LoggerFactory.getLogger(Trials.class);
  private static final int MOST_REMEMBERED = 200;
  private static final int MOST_UNDER_WAY = 10;

  private final Stores stores;
  private final ShownProducts catalog;
  private final TrainedShop.Setup setup;
  private final Settings settings;
  private final TrainingThread thread;
  private final Clock clock;
  private final SequencedMap<String, Trial> trials = new LinkedHashMap<>();
  private final Map<String, Request> requests = new HashMap<>();
  private final Set<String> unwanted = new HashSet<>();
  private long latest;
  private String started = "";

  /** No trials yet. */
  public Trials(
      Stores stores,
      ShownProducts catalog,
      TrainedShop.Setup setup,
      Settings settings,
      TrainingThread thread,
      Clock clock) {
    this.stores = stores;
    this.catalog = catalog;
    this.setup = setup;
    this.settings = settings;
    this.thread = thread;
    this.clock = clock;
  }

  /**
   * How to judge.
   *
   * @param most about how many actions of customers are judged by at most
   * @param samples how many samples tell how sure a measure is
   * @param seed what decides which customers those are of, and the samples
   */
  public record Settings(int most, int samples, long seed) {}

  /**
   * What is asked.
   *
   * @param recommenders whom to judge; empty: all
   * @param id the id that the trial gets; empty: one is chosen
   * @param heldOut which part of the time is held out, between 0 and 1
   * @param again whether products that a customer has already may be proposed again
   */
  public record Request(
      Collection<RecommenderName> recommenders,
      Optional<String> id,
      double heldOut,
      boolean again) {
    public Request {
      recommenders = Set.copyOf(recommenders);
    }
  }

  /** Who can be judged. */
  public List<RecommenderName> names() {
    return setup.recommenders().names();
  }

  /**
   * Starts a trial; or answers the one that has the request's id.
   *
   * @throws ApiException ALREADY_EXISTS if the id was given to a trial of something else;
   *     RESOURCE_EXHAUSTED if too many are under way
   */
  public synchronized Trial start(Store store, Request request) {
    Instant now = clock.instant();
    latest = Math.max(latest + 1, now.toEpochMilli());
    while (trials.containsKey(key(store.id(), Long.toString(latest)))) {
      latest++;
    }
    String id = request.id().orElse(Long.toString(latest));
    String key = key(store.id(), id);
    Trial known = trials.get(key);
    if (known != null) {
      if (!request.equals(requests.get(key))) {
        throw ApiException.alreadyExists(
            "evaluation " + id, "it was given to another question; choose another id");
      }
      return known;
    }
    if (trials.values().stream().filter(Trial::isUnderWay).count() >= MOST_UNDER_WAY) {
      throw ApiException.exhausted(MOST_UNDER_WAY + " evaluations are under way; try again later");
    }
    trials.put(key, Trial.begun(store.id(), id, now));
    requests.put(key, request);
    trim();
    if (!thread.offer(() -> run(store, key, request))) {
      update(key, trial -> trial.ended(Trial.State.FAILED, "the service was stopped", now));
    }
    return find(store.id(), id).orElseThrow();
  }

  private void trim() {
    if (trials.size() > MOST_REMEMBERED) {
      trials.values().stream()
          .filter(trial -> !trial.isUnderWay())
          .findFirst()
          .map(trial -> key(trial.store(), trial.id()))
          .ifPresent(
              oldest -> {
                trials.remove(oldest);
                requests.remove(oldest);
              });
    }
  }

  private void run(Store store, String key, Request request) {
    if (!begins(key)) {
      return;
    }
    Trial.State state = Trial.State.FAILED;
    String reason = "a defect, which the log tells";
    try {
      List<RecommenderName> names =
          names().stream()
              .filter(
                  name -> request.recommenders().isEmpty() || request.recommenders().contains(name))
              .toList();
      Watch watch = watch(key);
      watch.check();
      Optional<String> objection =
          new TrialRun(
                  names,
                  request.heldOut(),
                  request.again(),
                  setup,
                  new Bootstrap(settings.samples(), settings.seed()))
              .judge(
                  store.interactions().recall(settings.most(), settings.seed()),
                  stores.blank(store.id()),
                  catalog.ids(store.id()),
                  watch,
                  news -> update(key, news));
      state = objection.isEmpty() ? Trial.State.SUCCEEDED : Trial.State.FAILED;
      reason = objection.orElse("");
    } catch (CancellationException e) {
      state = thread.isClosed() ? Trial.State.FAILED : Trial.State.CANCELLED;
      reason = thread.isClosed() ? "the service was stopped" : "it was cancelled";
    } catch (RuntimeException e) {
      log.error("store {}: an evaluation failed", store.id(), e);
    } finally {
      Trial.State how = state;
      String why = reason;
      update(key, trial -> trial.ended(how, why, clock.instant()));
    }
  }

  /** Begins with a trial whose turn has come; answers whether it is wanted still. */
  private synchronized boolean begins(String key) {
    boolean wanted = Optional.ofNullable(trials.get(key)).filter(Trial::isUnderWay).isPresent();
    if (wanted) {
      started = key;
    }
    return wanted;
  }

  private Watch watch(String key) {
    return new Watch() {
      @Override
      public boolean cancelled() {
        return thread.isClosed() || isUnwanted(key);
      }

      @Override
      public void progress(double part) {}
    };
  }

  private synchronized boolean isUnwanted(String key) {
    return unwanted.contains(key);
  }

  private synchronized void update(String key, UnaryOperator<Trial> news) {
    trials.computeIfPresent(key, (id, trial) -> trial.isUnderWay() ? news.apply(trial) : trial);
    unwanted.removeIf(
        one -> Optional.ofNullable(trials.get(one)).filter(Trial::isUnderWay).isEmpty());
  }

  /**
   * Asks a trial to end, if it is under way: one that waits ends at once, one at its end stays as
   * it is. Empty if there is none of that id.
   */
  public synchronized Optional<Trial> cancel(Store store, String id) {
    String key = key(store.id(), id);
    if (find(store.id(), id).filter(Trial::isUnderWay).isPresent()) {
      unwanted.add(key);
      update(
          key,
          trial ->
              started.equals(key)
                  ? trial.cancelling()
                  : trial.ended(Trial.State.CANCELLED, "it was cancelled", clock.instant()));
    }
    return find(store.id(), id);
  }

  /** The latest trials of a store, the newest first. */
  public synchronized List<Trial> all(Store store) {
    return trials.sequencedValues().reversed().stream()
        .filter(trial -> trial.store().equals(store.id()))
        .toList();
  }

  /** A trial; empty if there was none of that id lately. */
  public Optional<Trial> find(Store store, String id) {
    return find(store.id(), id);
  }

  private synchronized Optional<Trial> find(String store, String id) {
    return Optional.ofNullable(trials.get(key(store, id)));
  }

  private static String key(String store, String id) {
    return store + "/" + id;
  }
}
