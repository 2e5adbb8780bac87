package io.shelfwise.recommend.catalog;

import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads that work on indexes, and a queue of bounded length before them.
 *
 * <p>Searching is computing: more threads than cores make every answer slower and none sooner.
 * Callers wait on virtual threads, which cost nothing. A thread at work is never interrupted,
 * because that would close the index's files under the other readers.
 */
public final class LucenePool implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ThreadPoolExecutor threads;
  private final Duration patience;

  /**
   * A pool.
   *
   * @param name what its threads are called
   * @param threads how many there are
   * @param queueLength how many pieces of work may wait
   * @param patience how long a caller waits at most
   */
  public LucenePool(String name, int threads, int queueLength, Duration patience) {
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueLength),
            Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /**
   * Does a piece of work and waits for it.
   *
   * @throws ApiException RESOURCE_EXHAUSTED if the queue is full, UNAVAILABLE if the caller's
   *     patience is at its end
   */
  public <T> T call(IOSupplier<T> work) {
    Future<T> result = start(work);
    try {
      return await(result, patience.toNanos())
          .orElseThrow(() -> ApiException.unavailable("the catalogue"));
    } finally {
      // No one waits for it any more.
      result.cancel(false);
    }
  }

  /**
   * Starts a piece of work, which is done whether or not anyone waits for it.
   *
   * @throws ApiException RESOURCE_EXHAUSTED if the queue is full
   */
  public <T> Future<T> start(IOSupplier<T> work) {
    try {
      return threads.submit(work::get);
    } catch (RejectedExecutionException e) {
      throw ApiException.exhausted("too much is asked of the catalogue at once");
    }
  }

  /** What a piece of work came to; empty if it is not done in so many nanoseconds. */
  public static <T> Optional<T> await(Future<T> work, long nanos) {
    try {
      return Optional.of(work.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable("the catalogue");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  /** Takes a piece of work on for later; answers whether there was room for it. */
  public boolean offer(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> e;
      case IOException e -> new UncheckedIOException(e);
      case null, default -> new IllegalStateException(cause);
    };
  }

  /** Takes nothing on any more, and waits for what is under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
