package io.shelfwise.standalone.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is taken down in the opposite order of its start. A part that fails at it does not keep the
 * others: what it threw is thrown when all are down.
 */
final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Takes a part into care. */
  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    RuntimeException failure = null;
    while (!parts.isEmpty()) {
      failure = closed(parts.pop(), failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException closed(
      AutoCloseable part, @Nullable RuntimeException earlier) {
    try {
      part.close();
      return earlier;
    } catch (Exception e) {
      RuntimeException failure =
          e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
      if (earlier == null) {
        return failure;
      }
      earlier.addSuppressed(failure);
      return earlier;
    }
  }
}
