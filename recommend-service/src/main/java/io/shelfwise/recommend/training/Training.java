package io.shelfwise.recommend.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a training of a store's recommenders stands.
 *
 * @param store the store's id
 * @param id the training's id
 * @param state how it stands
 * @param start when it began
 * @param end when it ended; empty while it is under way
 * @param done the recommenders that are done
 */
public record Training(
    String store, String id, State state, Instant start, Optional<Instant> end, List<String> done) {

  /** How a training stands. */
  public enum State {
    /** It is under way. */
    RUNNING,
    /** It ended, and the new models answer. */
    SUCCEEDED,
    /** It ended without new models; the old ones answer. */
    FAILED
  }

  public Training {
    done = List.copyOf(done);
  }

  static Training begun(String store, String id, Instant start) {
    return new Training(store, id, State.RUNNING, start, Optional.empty(), List.of());
  }

  Training withDone(String recommender) {
    List<String> more = new ArrayList<>(done);
    more.add(recommender);
    return new Training(store, id, state, start, end, more);
  }

  Training ended(State how, Instant when) {
    return new Training(store, id, how, start, Optional.of(when), done);
  }
}
