package io.shelfwise.recommend.popular;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A ranking that follows what happens, but is not made anew for every answer of a busy store: one
 * that is younger than a tenth of a second is still good.
 */
final class LiveRanking {
  private static final long GOOD_FOR = Duration.ofMillis(100).toNanos();

  private volatile PopularModel ranking = PopularModel.EMPTY;
  private volatile long rankedAt = System.nanoTime() - GOOD_FOR;
  private boolean changed;

  /** Notes that the ranking is not true any more. */
  synchronized void change() {
    changed = true;
  }

  /** The ranking, which is made anew if that is due. */
  PopularModel get(Supplier<PopularModel> anew) {
    return System.nanoTime() - rankedAt < GOOD_FOR ? ranking : made(anew);
  }

  private synchronized PopularModel made(Supplier<PopularModel> anew) {
    if (changed) {
      changed = false;
      ranking = anew.get();
    }
    rankedAt = System.nanoTime();
    return ranking;
  }
}
