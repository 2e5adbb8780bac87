package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final Duration TIME = Duration.ofMillis(50);

  @Test
  void callsAsOftenAsItIsTold() {
    AtomicInteger calls = new AtomicInteger();
    OpenLoop.Result result =
        new OpenLoop(1_000)
            .<String>run(
                observer -> {
                  calls.incrementAndGet();
                  observer.onNext("answer");
                  observer.onCompleted();
                },
                TIME);
    assertThat(calls).hasValue(50);
    assertThat(result.summary()).startsWith("50 calls");
    assertThat(result.refused()).isZero();
  }

  /** The first call is answered 20 ms late, so those that were due meanwhile are late, too. */
  @Test
  void timeCountsFromWhenACallWasDue() {
    TimeByHand time = new TimeByHand();
    OpenLoop.Result result =
        new OpenLoop(1_000, Duration.ZERO, time)
            .<String>run(
                observer -> {
                  if (time.passed == 0) {
                    time.passed = Duration.ofMillis(20).toNanos();
                  }
                  observer.onNext("answer");
                  observer.onCompleted();
                },
                Duration.ofMillis(10));
    assertThat(result.answered().percentile(0.1)).isEqualTo(Duration.ofMillis(20 - 9));
    assertThat(result.answered().percentile(1)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void callsThatAreTooManyAreCounted() {
    AtomicInteger calls = new AtomicInteger();
    OpenLoop.Result result =
        new OpenLoop(1_000)
            .<String>run(
                observer -> {
                  if (calls.getAndIncrement() % 2 == 0) {
                    observer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
                  } else {
                    observer.onNext("answer");
                    observer.onCompleted();
                  }
                },
                TIME);
    assertThat(result.summary()).startsWith("25 calls").endsWith("25 more refused");
  }

  /** Every second call would never be answered. */
  @Test
  void callsThatAreNotAnsweredInTimeAreCancelledAndCounted() {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    OpenLoop.Result result =
        new OpenLoop(1_000, Duration.ZERO, new TimeByHand())
            .<String>run(
                observer -> {
                  if (calls.getAndIncrement() % 2 == 0) {
                    Context.current()
                        .addListener(
                            context -> {
                              cancelled.incrementAndGet();
                              observer.onError(Status.CANCELLED.asRuntimeException());
                            },
                            Runnable::run);
                  } else {
                    observer.onNext("answer");
                    observer.onCompleted();
                  }
                },
                TIME);
    assertThat(cancelled).hasValue(25);
    assertThat(result.summary())
        .startsWith("25 calls, 500 a second")
        .endsWith("; 25 of 50 calls were not answered in time");
  }

  @Test
  void aCallThatFailsEndsIt() {
    assertThatThrownBy(
            () ->
                new OpenLoop(1_000)
                    .<String>run(
                        observer -> observer.onError(Status.UNAVAILABLE.asRuntimeException()),
                        TIME))
        .hasMessage("UNAVAILABLE");
  }

  /** Time that passes when it is waited for, and when a test says so. */
  private static final class TimeByHand implements OpenLoop.Time {
    private long passed;

    @Override
    public long now() {
      return passed;
    }

    @Override
    public void waitUntil(long later) {
      passed = Math.max(passed, later);
    }
  }
}
