package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Status;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
  private static final int PARTS = 100;

  private final List<Integer> applied = new CopyOnWriteArrayList<>();
  private final AtomicInteger startedOver = new AtomicInteger();
  private final CountDownLatch all = new CountDownLatch(PARTS);

  /** A log that breaks after every seventh part, in a way of the reader's choosing. */
  private Iterator<Integer> brittleLog(Status breaksWith) {
    int cursor = applied.size();
    AtomicInteger read = new AtomicInteger();
    return IntStream.range(cursor, PARTS)
        .peek(
            part -> {
              if (read.incrementAndGet() > 7) {
                throw breaksWith.asRuntimeException();
              }
            })
        .iterator();
  }

  private void apply(int part) {
    applied.add(part);
    all.countDown();
  }

  private void startOver() {
    startedOver.incrementAndGet();
    applied.clear();
  }

  @Test
  void everyPartIsAppliedOnceAndInOrderHoweverOftenTheStreamBreaks() throws InterruptedException {
    try (LogFollower<Integer> _ =
        LogFollower.start(
            "test", () -> brittleLog(Status.UNAVAILABLE), this::apply, this::startOver)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(applied).isEqualTo(IntStream.range(0, PARTS).boxed().toList());
  }

  @Test
  void aPartThatCannotBeAppliedIsTriedAgainAndNothingIsSkipped() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    try (LogFollower<Integer> _ =
        LogFollower.start(
            "test",
            () -> brittleLog(Status.DEADLINE_EXCEEDED),
            part -> {
              if (part == 10 && failures.incrementAndGet() < 3) {
                throw new IllegalStateException("not now");
              }
              if (part == 20 && failures.incrementAndGet() < 6) {
                throw new StackOverflowError("nor now");
              }
              apply(part);
            },
            this::startOver)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(applied).isEqualTo(IntStream.range(0, PARTS).boxed().toList());
  }

  @Test
  void aStreamThatIsLeftIsCancelled() throws InterruptedException {
    List<Context> streams = new CopyOnWriteArrayList<>();
    AtomicInteger failures = new AtomicInteger();
    try (LogFollower<Integer> _ =
        LogFollower.start(
            "test",
            () -> {
              streams.add(Context.current());
              return IntStream.range(applied.size(), PARTS).iterator();
            },
            part -> {
              if (part == 10 && failures.incrementAndGet() < 3) {
                throw new IllegalStateException("not now");
              }
              apply(part);
            },
            this::startOver)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(streams.subList(0, 2)).allMatch(Context::isCancelled);
    }
  }

  @Test
  void aLogThatTookThePlaceOfAnotherIsReadFromItsBeginning() throws InterruptedException {
    applied.addAll(List.of(7, 8, 9));
    try (LogFollower<Integer> _ =
        LogFollower.start(
            "test",
            () -> {
              if (startedOver.get() == 0) {
                throw Replies.translate(
                    ApiException.failedPrecondition(LogFollower.REPLACED, "another log"));
              }
              return brittleLog(Status.UNAVAILABLE);
            },
            this::apply,
            this::startOver)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(startedOver).hasValue(1);
    assertThat(applied).isEqualTo(IntStream.range(0, PARTS).boxed().toList());
  }

  @Test
  void noOtherFailureLetsTheReaderStartOver() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    try (LogFollower<Integer> _ =
        LogFollower.start(
            "test",
            () -> {
              if (failures.incrementAndGet() < 3) {
                throw Replies.translate(ApiException.failedPrecondition("NOT_YET", "not yet"));
              }
              return brittleLog(Status.UNAVAILABLE);
            },
            this::apply,
            this::startOver)) {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(startedOver).hasValue(0);
  }
}
