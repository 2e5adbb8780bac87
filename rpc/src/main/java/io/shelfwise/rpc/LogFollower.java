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
 * @param <T> a part of the log
 */
public final class LogFollower<T> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<Iterator<T>> open;
  private final Consumer<T> reader;
  private final Context.CancellableContext life = Context.ROOT.withCancellation();
  private final Thread thread;
  private volatile boolean closed;

  private LogFollower(String name, Supplier<Iterator<T>> open, Consumer<T> reader) {
    this.name = name;
    this.open = open;
    this.reader = reader;
    this.thread = Thread.ofVirtual().name("follow-" + name).unstarted(this::follow);
  }

  /**
   * Starts to follow.
   *
   * @param name what the log is called in our own log
   * @param open opens the stream from the reader's cursor on
   * @param reader applies a part of the log, and remembers its cursor
   */
  public static <T> LogFollower<T> start(
      String name, Supplier<Iterator<T>> open, Consumer<T> reader) {
    LogFollower<T> follower = new LogFollower<>(name, open, reader);
    follower.thread.start();
    return follower;
  }

  private void follow() {
    int failures = 0;
    while (!closed) {
      // A stream that the reader choked on would stay open on both sides, and a new one beside it.
      Context.CancellableContext stream = life.withCancellation();
      Context before = stream.attach();
      try {
        Iterator<T> parts = open.get();
        while (parts.hasNext()) {
          reader.accept(parts.next());
          failures = 0;
        }
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
