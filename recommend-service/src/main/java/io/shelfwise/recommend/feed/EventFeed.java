package io.shelfwise.recommend.feed;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.rpc.LogFollower;
import io.shelfwise.rpc.SnapshotFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event log of all stores, and keeps them as the log says.
 *
 * <p>Events are taken in a part at a time under one lock, together with the part's cursor; a
 * snapshot is written under the same lock, so that its cursor and its content belong together.
 */
public final class EventFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
  private static final String ALL_STORES = "stores/-";
  private static final Duration STREAM_LIFE = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final EventServiceBlockingStub events;
  private final Stores stores;
  private final SnapshotFile snapshot;
  private @Nullable LogFollower<TailEventsResponse> follower;
  private Runnable onCaughtUp = () -> {};
  private Runnable onStartOver = () -> {};
  private String cursor = "";
  private long taken;
  private boolean changed;
  private volatile boolean everCaughtUp;
  private Optional<Long> behindSince = Optional.of(System.nanoTime());

  /** A feed that has not started. */
  public EventFeed(EventServiceBlockingStub events, Stores stores, SnapshotFile snapshot) {
    this.events = events;
    this.stores = stores;
    this.snapshot = snapshot;
  }

  /** Reads the snapshot, if there is one. */
  public synchronized void load() {
    cursor =
        snapshot
            .read(
                in -> {
                  String upTo = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                  stores.read(in);
                  return upTo;
                })
            .orElse("");
    if (cursor.isEmpty()) {
      // It may have been read in part.
      stores.startOver();
    }
  }

  /**
   * Follows the log from where the snapshot ends.
   *
   * @param onCaughtUp called when the end of the log is first reached
   * @param onStartOver called when another log has taken its place, and what events made of the
   *     stores was dropped; the end of that one is again told
   */
  public synchronized void start(Runnable onCaughtUp, Runnable onStartOver) {
    this.onCaughtUp = onCaughtUp;
    this.onStartOver = onStartOver;
    follower = LogFollower.start("events", this::open, this::take, this::startOver);
  }

  private synchronized void startOver() {
    stores.startOver();
    cursor = "";
    changed = true;
    everCaughtUp = false;
    behindSince = Optional.of(System.nanoTime());
    onStartOver.run();
  }

  private Iterator<TailEventsResponse> open() {
    return tail(cursor(), STREAM_LIFE);
  }

  private Iterator<TailEventsResponse> tail(String from, Duration life) {
    return events
        .withDeadlineAfter(life.toNanos(), TimeUnit.NANOSECONDS)
        .tailEvents(TailEventsRequest.newBuilder().setParent(ALL_STORES).setCursor(from).build());
  }

  private synchronized void take(TailEventsResponse part) {
    for (LoggedEvent logged : part.getEventsList()) {
      Store store = stores.get(logged.getStore().substring(logged.getStore().lastIndexOf('/') + 1));
      if (logged.getEvent().hasErasure()) {
        store.forget(EventReader.customer(logged.getEvent()));
      }
      for (Interaction done : interactions(logged)) {
        store.add(done);
      }
    }
    taken += part.getEventsCount();
    changed |= part.getEventsCount() > 0;
    cursor = part.getCursor();
    if (part.getCaughtUp()) {
      behindSince = Optional.empty();
      if (!everCaughtUp) {
        everCaughtUp = true;
        onCaughtUp.run();
      }
    } else if (behindSince.isEmpty()) {
      behindSince = Optional.of(System.nanoTime());
    }
  }

  /**
   * An event that makes no sense is left out: the log is not ours to mend, and those after it must
   * not wait.
   */
  private static List<Interaction> interactions(LoggedEvent logged) {
    try {
      return EventReader.read(logged.getEvent());
    } catch (IllegalArgumentException | ArithmeticException e) {
      log.warn("event {} is left out: {}", logged.getEvent().getId(), e.getMessage());
      return List.of();
    }
  }

  /** The place in the log up to which events have been taken in. */
  public synchronized String cursor() {
    return cursor;
  }

  /** Whether the end of the log was reached, once at least since it began. */
  public boolean everCaughtUp() {
    return everCaughtUp;
  }

  /** For how long there has been something in the log that is not taken in yet. */
  public synchronized Duration lag() {
    return behindSince
        .map(since -> Duration.ofNanos(System.nanoTime() - since))
        .orElse(Duration.ZERO);
  }

  /**
   * Waits until all that is in the log now has been taken in.
   *
   * <p>Cursors cannot be compared. So the log is read once more, from where we stand to its end, to
   * count what is still to come; and then that many events are waited for.
   *
   * @return whether it came to that within the time; false also if the log cannot be read
   */
  public boolean awaitNow(Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    String from;
    long expected;
    synchronized (this) {
      from = cursor;
      expected = taken;
    }
    try {
      expected += countFrom(from, longest);
    } catch (StatusRuntimeException | NoSuchElementException e) {
      // The log is away, or ends its stream: how far it goes now cannot be known.
      return false;
    }
    while (taken() < expected) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      sleep();
    }
    return true;
  }

  /** How many events there are from a place in the log to its end. */
  private long countFrom(String from, Duration longest) {
    Context.CancellableContext reading = Context.current().withCancellation();
    Context caller = reading.attach();
    try {
      Iterator<TailEventsResponse> parts = tail(from, longest);
      long count = 0;
      boolean end = false;
      while (!end) {
        TailEventsResponse part = parts.next();
        count += part.getEventsCount();
        end = part.getCaughtUp();
      }
      return count;
    } finally {
      reading.detach(caller);
      // The stream has no end of its own.
      reading.cancel(null);
    }
  }

  private synchronized long taken() {
    return taken;
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Writes the snapshot, if anything has changed since the last. */
  public synchronized void save() {
    if (changed) {
      // It may be longer than writeUTF can take.
      byte[] upTo = cursor.getBytes(StandardCharsets.UTF_8);
      snapshot.write(
          out -> {
            out.writeInt(upTo.length);
            out.write(upTo);
            stores.write(out);
          });
      changed = false;
    }
  }

  /** Stops following, and writes the snapshot. */
  @Override
  public void close() {
    LogFollower<TailEventsResponse> running;
    synchronized (this) {
      running = follower;
    }
    if (running != null) {
      running.close();
    }
    save();
  }
}
