package io.shelfwise.standalone.journey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again: what one service wrote, the others learn a moment later. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** The first answer that is as expected. */
  public static <T> T get(Supplier<T> question, Predicate<T> expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T answer = question.get();
      if (expected.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + PATIENCE + " the answer is still " + answer);
      }
      pause();
    }
  }

  /** Asks until the question can be asked at all. */
  static <T> T answered(Supplier<T> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return question.get();
      } catch (RuntimeException | AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
