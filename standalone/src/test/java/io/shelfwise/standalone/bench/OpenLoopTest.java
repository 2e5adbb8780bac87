package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final Duration TIME = Duration.ofMillis(50);

  @Test
  void callsAsOftenAsItIsTold() {
    AtomicInteger calls = new AtomicInteger();
    Latencies latencies =
        new OpenLoop(1_000)
            .<String>run(
                observer -> {
                  calls.incrementAndGet();
                  observer.onNext("answer");
                  observer.onCompleted();
                },
                TIME);
    assertThat(calls).hasValue(50);
    assertThat(latencies.summary()).startsWith("50 calls");
  }

  /** The first call is answered 20 ms late, so those that were due meanwhile are late, too. */
  @Test
  void timeCountsFromWhenACallWasDue() {
    AtomicInteger calls = new AtomicInteger();
    Latencies latencies =
        new OpenLoop(1_000)
            .<String>run(
                observer -> {
                  if (calls.getAndIncrement() == 0) {
                    pause(Duration.ofMillis(20));
                  }
                  observer.onNext("answer");
                  observer.onCompleted();
                },
                Duration.ofMillis(10));
    assertThat(latencies.percentile(0.1)).isGreaterThan(Duration.ofMillis(10));
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

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
