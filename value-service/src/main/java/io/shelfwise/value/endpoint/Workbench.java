package io.shelfwise.value.endpoint;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.shelfwise.rpc.ApiException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread for questions that take seconds of computing, one at a time: it leaves the other cores
 * to all who ask for less. Callers wait, up to their deadline.
 */
public final class Workbench implements AutoCloseable {
  private static final int MOST_WAITING = 8;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("workbench-", 0).daemon().factory());

  private final Duration patience;

  /**
   * A workbench.
   *
   * @param patience how long a caller waits who does not say
   */
  public Workbench(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does a piece of work and waits for it. Work for which no one waits any more is not begun.
   *
   * @throws ApiException RESOURCE_EXHAUSTED if too much waits already
   */
  <T> T call(Callable<T> work) {
    Future<T> result;
    try {
      result = thread.submit(work);
    } catch (RejectedExecutionException e) {
      throw ApiException.exhausted("too many questions of this kind wait already");
    }
    try {
      return result.get(remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("the work failed", e);
    } catch (TimeoutException e) {
      throw Status.DEADLINE_EXCEEDED.asRuntimeException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.asRuntimeException();
    } finally {
      result.cancel(false);
    }
  }

  private Duration remaining() {
    Deadline deadline = Context.current().getDeadline();
    return deadline == null
        ? patience
        : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
