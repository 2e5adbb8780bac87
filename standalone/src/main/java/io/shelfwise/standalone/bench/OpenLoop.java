package io.shelfwise.standalone.bench;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Calls that begin at a fixed rate, whether those before were answered or not, as customers come to
 * a shop (an open loop). A call's time counts from when it was due: where a server falls behind,
 * the wait shows. A server may refuse calls that are too many; any other failure ends it. What is
 * not answered some time after the last call began is cancelled, call by call: who hung up would
 * leave the server with answers that it cannot send.
 *
 * @param rate calls a second, more than 0
 * @param patience how long answers are waited for after the last call
 * @param time what time it is
 */
record OpenLoop(double rate, Duration patience, Time time) {
  /** More calls a second than one process can make. */
  static final int MOST_RATE = 100_000;

  /** As many times are kept without being a burden to the process that is measured. */
  static final int MOST_CALLS = 10_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration LONGEST_CANCELLATION = Duration.ofSeconds(10);

  OpenLoop(double rate) {
    this(rate, PATIENCE, new SystemTime());
  }

  /** What time it is, in nanoseconds since some moment. */
  interface Time {
    long now();

    void waitUntil(long later);
  }

  OpenLoop {
    if (!(rate > 0 && rate <= MOST_RATE)) {
      throw new IllegalArgumentException(
          "rate: " + rate + " (expected: more than 0, to " + MOST_RATE + ")");
    }
  }

  /**
   * What came of the calls.
   *
   * @param calls how many there were
   * @param answered how long those took that were answered
   * @param refused how many were refused
   * @param late how many were not answered in time
   */
  record Result(int calls, Latencies answered, long refused, long late) {
    /** One line for a person. */
    String summary() {
      String summary = answered.summary();
      if (refused > 0) {
        summary += String.format(Locale.ROOT, "; %,d more refused", refused);
      }
      if (late > 0) {
        summary +=
            String.format(Locale.ROOT, "; %,d of %,d calls were not answered in time", late, calls);
      }
      return summary;
    }
  }

  /** How many calls there are at a rate in some time. */
  static long calls(double rate, Duration length) {
    return Math.round(rate * length.toNanos() / 1e9);
  }

  /**
   * Calls for so long.
   *
   * @param call begins a call, in the current context, and hands its answer to the observer
   */
  <T> Result run(Consumer<StreamObserver<T>> call, Duration length) {
    int calls = Math.toIntExact(calls(rate, length));
    try (Context.CancellableContext open = Context.current().withCancellation()) {
      Answers answers = new Answers(calls, time);
      long start = time.now();
      for (int i = 0; i < calls && !answers.failed(); i++) {
        long due = start + (long) (i * 1e9 / rate);
        time.waitUntil(due);
        StreamObserver<T> observer = answers.to(i, due);
        open.run(() -> call.accept(observer));
      }
      if (!answers.await(patience, answers::failed)) {
        open.cancel(null);
        var _ = answers.await(LONGEST_CANCELLATION, () -> false);
      }
      return answers.result(start, length);
    }
  }

  private record SystemTime() implements Time {
    @Override
    public long now() {
      return System.nanoTime();
    }

    @Override
    public void waitUntil(long later) {
      for (long left = later - now(); left > 0; left = later - now()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  /** What came of the calls so far. */
  private static final class Answers {
    private static final long NONE = -1;

    private final long[] nanos;
    private final Time time;
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<Optional<Throwable>> failure =
        new AtomicReference<>(Optional.empty());

    Answers(int calls, Time time) {
      this.nanos = new long[calls];
      Arrays.fill(nanos, NONE);
      this.time = time;
    }

    boolean failed() {
      return failure.get().isPresent();
    }

    <T> StreamObserver<T> to(int number, long due) {
      begun.incrementAndGet();
      return new StreamObserver<>() {
        @Override
        public void onNext(T answer) {
          long now = time.now();
          nanos[number] = now - due;
          last.accumulateAndGet(now, Math::max);
        }

        @Override
        public void onError(Throwable t) {
          switch (Status.fromThrowable(t).getCode()) {
            case RESOURCE_EXHAUSTED -> refused.increment();
            case CANCELLED, DEADLINE_EXCEEDED -> {}
            default -> failure.compareAndSet(Optional.empty(), Optional.of(t));
          }
          ended.incrementAndGet();
        }

        @Override
        public void onCompleted() {
          ended.incrementAndGet();
        }
      };
    }

    /** Waits until each call has ended, or that is given up; answers whether each has. */
    boolean await(Duration longest, BooleanSupplier givenUp) {
      long end = System.nanoTime() + longest.toNanos();
      while (ended.get() < begun.get() && !givenUp.getAsBoolean() && System.nanoTime() < end) {
        LockSupport.parkNanos(LOOK.toNanos());
        if (Thread.interrupted()) {
          throw new CommandFailure("interrupted while measuring");
        }
      }
      return ended.get() == begun.get();
    }

    /**
     * The result.
     *
     * @param start when the first call began
     * @param length for how long calls were made: so long it took, or until the last answer. What
     *     was waited for in vain is no time in which calls were answered
     */
    Result result(long start, Duration length) {
      failure
          .get()
          .ifPresent(
              cause -> {
                throw cause instanceof RuntimeException known
                    ? known
                    : new CommandFailure("a call failed: " + cause.getMessage(), cause);
              });
      long[] times = Arrays.stream(nanos).filter(one -> one != NONE).toArray();
      long elapsed =
          times.length == 0 ? length.toNanos() : Math.max(length.toNanos(), last.get() - start);
      return new Result(
          nanos.length,
          new Latencies(times, Duration.ofNanos(elapsed)),
          refused.sum(),
          nanos.length - times.length - refused.sum());
    }
  }
}
