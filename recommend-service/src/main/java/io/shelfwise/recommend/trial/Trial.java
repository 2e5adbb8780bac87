package io.shelfwise.recommend.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a trial stands.
 *
 * @param store the store's id
 * @param id the trial's id
 * @param state how it stands
 * @param start when it was asked for
 * @param end when it ended; empty while it is under way
 * @param progress how much of the work is done, 0 to 1
 * @param running the recommender that is being judged; empty if none is
 * @param cut up to when things were known; empty while that is not decided
 * @param customers how many customers are judged by
 * @param cold how many there were besides of whom no purchase was known
 * @param verdicts what is known so far
 * @param reason why there are no more verdicts; empty if there are
 */
public record Trial(
    String store,
    String id,
    State state,
    Instant start,
    Optional<Instant> end,
    double progress,
    String running,
    Optional<Instant> cut,
    int customers,
    int cold,
    List<Verdict> verdicts,
    String reason) {

  /** How a trial stands. */
  public enum State {
    /** It is under way, or waits for its turn. */
    RUNNING,
    /** It is under way, and ends as soon as it is noticed that it is to. */
    CANCELLING,
    /** All were judged. */
    SUCCEEDED,
    /** It ended before that. */
    FAILED,
    /** It was ended before that, as asked. */
    CANCELLED
  }

  public Trial {
    verdicts = List.copyOf(verdicts);
  }

  static Trial begun(String store, String id, Instant start) {
    return new Trial(
        store,
        id,
        State.RUNNING,
        start,
        Optional.empty(),
        0,
        "",
        Optional.empty(),
        0,
        0,
        List.of(),
        "");
  }

  /** Whether it is not at its end. */
  public boolean isUnderWay() {
    return state == State.RUNNING || state == State.CANCELLING;
  }

  Trial cancelling() {
    return new Trial(
        store,
        id,
        State.CANCELLING,
        start,
        end,
        progress,
        running,
        cut,
        customers,
        cold,
        verdicts,
        "it is being cancelled");
  }

  Trial at(Instant moment, int judgedBy, int coldOnes) {
    return new Trial(
        store,
        id,
        state,
        start,
        end,
        progress,
        running,
        Optional.of(moment),
        judgedBy,
        coldOnes,
        verdicts,
        reason);
  }

  Trial judging(String recommender, double done) {
    return new Trial(
        store, id, state, start, end, done, recommender, cut, customers, cold, verdicts, reason);
  }

  Trial with(Verdict verdict) {
    List<Verdict> more = new ArrayList<>(verdicts);
    more.add(verdict);
    return new Trial(
        store, id, state, start, end, progress, running, cut, customers, cold, more, reason);
  }

  Trial ended(State how, String why, Instant when) {
    return new Trial(
        store, id, how, start, Optional.of(when), 1, "", cut, customers, cold, verdicts, why);
  }
}
