package io.shelfwise.recommend.training;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which all training is done, one piece of work after the other: each uses all cores
 * and much memory, and two at once would only be in each other's way.
 */
public final class TrainingThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TrainingThread.class);
  private static final int LONGEST_END_SECONDS = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("train-recommenders").factory());
  private volatile boolean closed;

  /** Takes on a piece of work, to be done after those before it; answers whether it will be. */
  public boolean offer(Runnable work) {
    try {
      thread.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Whether the work under way is to be given up. */
  public boolean isClosed() {
    return closed;
  }

  /** Has the work under way given up, and drops what waits. */
  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a training did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
