package io.shelfwise.standalone.journey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again: what one service wrote, the others learn a moment later. Until then they
 * may know nothing of what is asked, so a question that fails is asked again too.
 */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** The first answer that is as expected. */
  public static <T> T get(Supplier<T> question, Predicate<T> expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Throwable failure = null;
      String last = "none";
      try {
        T answer = question.get();
        if (expected.test(answer)) {
          return answer;
        }
        last = String.valueOf(answer);
      } catch (RuntimeException | AssertionError e) {
        failure = e;
      }
      if (System.nanoTime() > end) {
        throw tooLate(last, failure);
      }
      pause();
    }
  }

  /** The first answer that there is at all. */
  static <T> T answered(Supplier<T> question) {
    return get(question, _ -> true);
  }

  private static AssertionError tooLate(String last, @Nullable Throwable failure) {
    return new AssertionError("after " + PATIENCE + " the answer is still " + last, failure);
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
