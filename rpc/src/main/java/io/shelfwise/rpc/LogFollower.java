package io.shelfwise.rpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows another service's log for as long as it lives: reads, hands on, and when the stream
 * breaks opens it again from where the reader now stands.
 *
 * <p>The place in the log is the reader's, not the follower's: {@code open} asks the reader for its
 * cursor each time, so a part is applied again only if the reader did not take it in. The reader
 * applies parts one at a time, on one thread.
 *
 * <p>A log can be lost, and another one begin in its place. Then the reader drops what it made of
 * the old one, and the new one is read from its beginning.
 *
 * @param <T> a part of the log
 */
public final class LogFollower<T> implements AutoCloseable {
  /**
   * The reason with which a cursor is refused (FAILED_PRECONDITION) that is of another log than the
   * one there is.
   */
  public static final String REPLACED = "LOG_REPLACED";

  private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<Iterator<T>> open;
  private final Consumer<T> reader;
  private final Runnable startOver;
  private final Context.CancellableContext life = Context.ROOT.withCancellation();
  private final Thread thread;
  private int failures;
  private volatile boolean closed;

  private LogFollower(
      String name, Supplier<Iterator<T>> open, Consumer<T> reader, Runnable startOver) {
    this.name = name;
    this.open = open;
    this.reader = reader;
    this.startOver = startOver;
    this.thread = Thread.ofVirtual().name("follow-" + name).unstarted(this::follow);
  }

  /**
   * Starts to follow.
   *
   * @param name what the log is called in our own log
   * @param open opens the stream from the reader's cursor on
   * @param reader applies a part of the log, and remembers its cursor
   * @param startOver lets the reader drop what it made of the log, and the cursor with it
   */
  public static <T> LogFollower<T> start(
      String name, Supplier<Iterator<T>> open, Consumer<T> reader, Runnable startOver) {
    LogFollower<T> follower = new LogFollower<>(name, open, reader, startOver);
    follower.thread.start();
    return follower;
  }

  private void follow() {
    while (!closed) {
      // A stream that the reader choked on would stay open on both sides, and a new one beside it.
      Context.CancellableContext stream = life.withCancellation();
      Context before = stream.attach();
      try {
        read();
      } catch (RuntimeException | Error e) {
        // An Error too: it would end this thread, and a service that follows no more looks well.
        if (closed) {
          return;
        }
        // A stream has a deadline like any call; that it is reached is the ordinary way to be
        // renewed.
        if (Status.fromThrowable(e).getCode() == Status.Code.DEADLINE_EXCEEDED) {
          continue;
        }
        report(e, failures++);
      } finally {
        stream.detach(before);
        stream.cancel(null);
      }
      pause(failures);
    }
  }

  /** Reads on until the stream breaks. */
  private void read() {
    try {
      Iterator<T> parts = open.get();
      while (parts.hasNext()) {
        reader.accept(parts.next());
        failures = 0;
      }
    } catch (StatusRuntimeException e) {
      if (!ApiException.isReason(e, REPLACED)) {
        throw e;
      }
      log.warn(
          "following {}: the log was replaced by another one; what was made of it is dropped, and the new one followed from its"
              + " beginning",
          name);
      startOver.run();
    }
  }

  private void report(Throwable e, int failures) {
    if (!(e instanceof StatusRuntimeException)) {
      log.error("following {}: a part of the log could not be applied", name, e);
    } else if (failures == 1) {
      // That one stream breaks is ordinary: servers end old connections. That a second one does is
      // not.
      log.warn(
          "following {}: broken off ({}), trying again", name, Status.fromThrowable(e).getCode());
    }
  }

  private void pause(int failures) {
    long most =
        Math.min(LONGEST_PAUSE.toMillis(), SHORTEST_PAUSE.toMillis() << Math.min(failures, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Stops; when it returns, no part is being applied any more. */
  @Override
  public void close() {
    closed = true;
    life.cancel(null);
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
