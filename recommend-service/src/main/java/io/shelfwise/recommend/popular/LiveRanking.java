package io.shelfwise.recommend.popular;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A ranking that follows what happens, but is not made anew for every answer of a busy store: one
 * that is younger than a tenth of a second is still good.
 */
final class LiveRanking {
  private static final long GOOD_FOR = Duration.ofMillis(100).toNanos();

  private volatile PopularModel ranking = PopularModel.EMPTY;
  private volatile long rankedAt = System.nanoTime() - GOOD_FOR;
  private final AtomicBoolean changed = new AtomicBoolean();

  /**
   * Notes that the ranking is not true any more. Takes no lock: whoever counts calls this under its
   * own, which a ranking that is being made waits for.
   */
  void change() {
    changed.set(true);
  }

  /** The ranking, which is made anew if that is due. */
  PopularModel get(Supplier<PopularModel> anew) {
    return System.nanoTime() - rankedAt < GOOD_FOR ? ranking : made(anew);
  }

  private synchronized PopularModel made(Supplier<PopularModel> anew) {
    if (changed.getAndSet(false)) {
      ranking = anew.get();
    }
    rankedAt = System.nanoTime();
    return ranking;
  }
}
