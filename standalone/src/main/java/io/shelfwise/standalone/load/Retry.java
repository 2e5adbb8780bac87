package io.shelfwise.standalone.load;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.time.Duration;

/** Makes a call again, for a while, when its service was away or had too much to do. */
final class Retry {
  static final int TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Retry() {}

  /** A call that can fail. */
  @FunctionalInterface
  interface Call {
    Receipt make() throws StatusException;
  }

  static Receipt call(Call call) {
    for (int i = 1; ; i++) {
      try {
        return call.make();
      } catch (StatusException e) {
        if (!mayHelp(e.getStatus()) || i == TRIES) {
          throw e.getStatus().asRuntimeException();
        }
      } catch (StatusRuntimeException e) {
        if (!mayHelp(e.getStatus()) || i == TRIES) {
          throw e;
        }
      }
      pause();
    }
  }

  /** Whether another try may go better. */
  static boolean mayHelp(Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE, RESOURCE_EXHAUSTED -> true;
      default -> false;
    };
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while sending", e);
  }
}
