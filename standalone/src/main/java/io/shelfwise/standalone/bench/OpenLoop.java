package io.shelfwise.standalone.bench;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Calls that begin at a fixed rate, whether those before were answered or not, as customers come to
 * a shop (an open loop). A call's time counts from when it was due: where a server falls behind,
 * the wait shows. A server may refuse calls that are too many; any other failure ends it.
 *
 * @param rate calls a second, more than 0
 */
record OpenLoop(double rate) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  OpenLoop {
    if (!(rate > 0 && rate <= 1e6)) {
      throw new IllegalArgumentException("rate: " + rate + " (expected: more than 0, to 1000000)");
    }
  }

  /**
   * What came of the calls.
   *
   * @param answered how long those took that were answered
   * @param refused how many were not
   */
  record Result(Latencies answered, long refused) {
    /** One line for a person. */
    String summary() {
      return refused == 0
          ? answered.summary()
          : String.format(Locale.ROOT, "%s; %,d more refused", answered.summary(), refused);
    }
  }

  /**
   * Calls for so long.
   *
   * @param call begins a call and hands its answer to the observer
   */
  <T> Result run(Consumer<StreamObserver<T>> call, Duration time) {
    int calls = Math.toIntExact(Math.round(rate * time.toNanos() / 1e9));
    long[] nanos = new long[calls];
    CountDownLatch answered = new CountDownLatch(calls);
    AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    long start = System.nanoTime();
    for (int i = 0; i < calls && failure.get().isEmpty(); i++) {
      long due = start + (long) (i * 1e9 / rate);
      waitUntil(due);
      int number = i;
      call.accept(
          new StreamObserver<>() {
            @Override
            public void onNext(T answer) {
              nanos[number] = System.nanoTime() - due;
            }

            @Override
            public void onError(Throwable t) {
              if (Status.fromThrowable(t).getCode() != Status.Code.RESOURCE_EXHAUSTED) {
                failure.set(Optional.of(t));
              }
              answered.countDown();
            }

            @Override
            public void onCompleted() {
              answered.countDown();
            }
          });
    }
    await(answered, failure);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    long[] times = Arrays.stream(nanos).filter(one -> one > 0).toArray();
    return new Result(new Latencies(times, elapsed), calls - times.length);
  }

  private static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void await(CountDownLatch answered, AtomicReference<Optional<Throwable>> failure) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (failure.get().isEmpty() && !answered.await(10, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > end) {
          throw new CommandFailure(answered.getCount() + " calls were never answered");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while measuring", e);
    }
    failure
        .get()
        .ifPresent(
            cause -> {
              throw cause instanceof RuntimeException known
                  ? known
                  : new CommandFailure("a call failed: " + cause.getMessage(), cause);
            });
  }
}
