package io.shelfwise.value.feed;

import io.grpc.Channel;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.rpc.LogFollower;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Follows the log of all stores, from where its reader stands. */
public final class EventFeed implements AutoCloseable {
  private static final String EVERY_STORE = "stores/-";

  /** A stream is renewed this often, so that it moves to other replicas in time. */
  private static final long STREAM_MINUTES = 10;

  private final LogFollower<TailEventsResponse> follower;

  private EventFeed(LogFollower<TailEventsResponse> follower) {
    this.follower = follower;
  }

  /**
   * Starts to follow.
   *
   * @param channel the way to the service that keeps the log
   * @param cursor where the reader stands; asked whenever the stream is opened
   * @param reader takes the parts in, one at a time
   * @param startOver lets the reader drop what it made of a log that was lost
   */
  public static EventFeed start(
      Channel channel, Supplier<String> cursor, Consumer<LogPart> reader, Runnable startOver) {
    return new EventFeed(
        LogFollower.start(
            "events of every store",
            () -> open(channel, cursor.get()),
            response -> reader.accept(EventReader.read(response)),
            startOver));
  }

  private static Iterator<TailEventsResponse> open(Channel channel, String cursor) {
    return EventServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(STREAM_MINUTES, TimeUnit.MINUTES)
        .tailEvents(
            TailEventsRequest.newBuilder().setParent(EVERY_STORE).setCursor(cursor).build());
  }

  /** Stops; when it returns, no part is being taken in any more. */
  @Override
  public void close() {
    follower.close();
  }
}
