package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LucenePoolTest {
  @Test
  void workIsDoneOnThePoolsThreads() {
    try (LucenePool pool = new LucenePool("test", 1, 1, Duration.ofSeconds(5))) {
      assertThat(pool.call(() -> Thread.currentThread().getName())).isEqualTo("test-0");
    }
  }

  @Test
  void whatWorkThrowsTheCallerGets() {
    try (LucenePool pool = new LucenePool("test", 1, 1, Duration.ofSeconds(5))) {
      assertThatThrownBy(
              () ->
                  pool.call(
                      () -> {
                        throw ApiException.notFound("it");
                      }))
          .isInstanceOf(ApiException.class);
      assertThatThrownBy(
              () ->
                  pool.call(
                      () -> {
                        throw new IOException("disk");
                      }))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void whoFindsTheQueueFullIsRefusedAndWhoWaitsTooLongIsTold() {
    CountDownLatch held = new CountDownLatch(1);
    try (LucenePool pool = new LucenePool("test", 1, 1, Duration.ofMillis(50))) {
      assertThat(pool.offer(() -> awaitQuietly(held))).isTrue();
      assertThatThrownBy(() -> pool.call(() -> "late"))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("unavailable");
      // The call that was given up still stands in the queue.
      assertThat(pool.offer(() -> {})).isFalse();
      assertThatThrownBy(() -> pool.call(() -> "one too many"))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("too much");
      held.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
