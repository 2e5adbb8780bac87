package io.shelfwise.recommend;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does from time to time what must be done, on one thread of its own. */
final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("recommend-upkeep").daemon().factory());

  /**
   * Does a task again and again, with pauses of this length. One that fails is tried again the next
   * time.
   */
  void every(Duration pause, String name, Runnable task) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> attempt(name, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // An Error, too, would end the schedule without a word.
      log.error("{} failed, and is tried again", name, e);
    }
  }

  /** Ends; when it returns, nothing is being done any more. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("the upkeep does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
