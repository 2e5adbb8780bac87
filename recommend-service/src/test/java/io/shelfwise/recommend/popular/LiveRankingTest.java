package io.shelfwise.recommend.popular;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveRankingTest {
  private static final int RANKINGS = 20;

  /** Whoever counts holds the lock that a ranking needs, and must not wait for the ranking. */
  @Test
  @Timeout(60)
  void rankingsAreMadeWhileEventsAreCounted() throws Exception {
    Popularity popularity = new Popularity(new Popularity.Settings(10, 0.1, 0.5, true, 10));
    CountDownLatch ranked = new CountDownLatch(RANKINGS);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              for (int i = 0; ranked.getCount() > 0; i++) {
                Interaction done = new Interaction("ann", "cup", Kind.VIEW, i, 1);
                popularity.add(done, i % 100, StoreInteractions.NEVER);
                Thread.onSpinWait();
              }
            });
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              PopularModel last = PopularModel.EMPTY;
              while (ranked.getCount() > 0) {
                PopularModel now = popularity.ranking();
                if (now != last) {
                  last = now;
                  ranked.countDown();
                }
              }
            });

    assertThat(ranked.await(50, TimeUnit.SECONDS)).as("both go on").isTrue();
  }
}
