package io.shelfwise.profile;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, with a pause between, on a thread of its own. */
final class Every implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Every.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final Semaphore end = new Semaphore(0);
  private final Thread thread;

  private Every(String name, Duration pause, Runnable task) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(name, pause, task));
  }

  /** Starts now. A time that fails is logged, and does not keep the next from coming. */
  static Every start(String name, Duration pause, Runnable task) {
    Every every = new Every(name, pause, task);
    every.thread.start();
    return every;
  }

  private void repeat(String name, Duration pause, Runnable task) {
    try {
      do {
        attempt(name, task);
      } while (!end.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attempt(String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.warn("{} failed ({}); it is tried again later", name, e.getMessage());
    }
  }

  /** Ends after the time that is under way, which is waited for, but not for long. */
  @Override
  public void close() {
    end.release();
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
