package io.shelfwise.recommend.training;

import io.shelfwise.rpc.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The latest trainings of a store, in the order in which they were asked for. */
final class TrainingHistory {
  private static final int MOST = 50;
  private static final int MOST_UNDER_WAY = 10;

  private final String store;
  private final TrainingOrder order;
  private final Map<String, Training> trainings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Training> eldest) {
          return size() > MOST;
        }
      };
  private final Set<String> unwanted = new HashSet<>();
  private long latest;
  private String started = "";

  /**
   * A history that begins with what is known of it.
   *
   * @param order in which order recommenders are trained
   * @param known the trainings that were, the oldest first
   */
  TrainingHistory(String store, TrainingOrder order, List<Training> known) {
    this.store = store;
    this.order = order;
    known.forEach(training -> trainings.put(training.id(), training));
  }

  /** A training, and whether it has just come to be. */
  record Begun(Training training, boolean isNew) {}

  /**
   * The training of the request's id, or one under way that will do; else a new one, whose id is
   * the moment in milliseconds since 1970 unless the request names one.
   *
   * @throws ApiException ALREADY_EXISTS if the id was given to a training of something else;
   *     RESOURCE_EXHAUSTED if too many are under way
   */
  synchronized Begun begin(TrainingRequest request, Instant now) {
    Optional<Training> known =
        request.id().isPresent()
            ? request.id().flatMap(this::find)
            : underWay().stream().filter(Training::isWanted).filter(request::isMetBy).findFirst();
    if (known.isPresent()) {
      if (request.id().isPresent() && !request.isFor(known.get())) {
        throw ApiException.alreadyExists(
            "training " + known.get().id(), "it was given to another question; choose another id");
      }
      return new Begun(known.get(), false);
    }
    if (underWay().size() >= MOST_UNDER_WAY) {
      throw ApiException.exhausted(
          MOST_UNDER_WAY + " trainings of stores/" + store + " are under way; try again later");
    }
    latest = Math.max(latest + 1, now.toEpochMilli());
    while (trainings.containsKey(Long.toString(latest))) {
      latest++;
    }
    Training begun =
        Training.begun(
            store,
            request.id().orElse(Long.toString(latest)),
            now,
            request.force(),
            order.of(request.recommenders()));
    trainings.put(begun.id(), begun);
    return new Begun(begun, true);
  }

  private List<Training> underWay() {
    return trainings.values().stream().filter(Training::isUnderWay).toList();
  }

  /** Notes news of a training under way. */
  synchronized void update(String id, UnaryOperator<Training> news) {
    trainings.computeIfPresent(
        id, (key, training) -> training.isUnderWay() ? news.apply(training) : training);
    unwanted.removeIf(one -> find(one).filter(Training::isUnderWay).isEmpty());
  }

  /** Starts with a training whose turn has come; answers whether it is wanted still. */
  synchronized boolean start(String id) {
    boolean wanted = find(id).filter(Training::isUnderWay).isPresent();
    if (wanted) {
      started = id;
    }
    return wanted;
  }

  /**
   * Notes that a training is not wanted any more. One that waits ends at once, one at its end stays
   * as it is.
   */
  synchronized Optional<Training> cancel(String id, Instant now) {
    if (find(id).filter(Training::isUnderWay).isPresent()) {
      unwanted.add(id);
      update(
          id,
          training ->
              started.equals(id)
                  ? training.cancelling()
                  : training.ended(Training.State.CANCELLED, "it was cancelled", now));
    }
    return find(id);
  }

  /** Whether a training is not wanted any more. */
  synchronized boolean isCancelled(String id) {
    return unwanted.contains(id);
  }

  synchronized Optional<Training> find(String id) {
    return Optional.ofNullable(trainings.get(id));
  }

  /** All that are known, the newest first. */
  synchronized List<Training> all() {
    return new ArrayList<>(trainings.values()).reversed();
  }
}
