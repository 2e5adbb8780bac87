package io.shelfwise.profile.log;

import io.grpc.stub.ServerCallStreamObserver;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets other services follow the log, each from its own cursor on. */
public final class LogTail implements AutoCloseable {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final String EVERY_STORE = "stores/-";

  private final RedisStores stores;
  private final LogEntries entries;
  private final Set<TailStream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** The log of these stores. */
  public LogTail(RedisStores stores, LogEntries entries) {
    this.stores = stores;
    this.entries = entries;
  }

  /**
   * Sends the log to a follower until one of the two goes.
   *
   * @throws ApiException UNAVAILABLE once this is closed, so that the follower turns to another
   *     replica
   */
  void follow(TailEventsRequest request, ServerCallStreamObserver<TailEventsResponse> observer) {
    Supplier<Followed> followed = followed(request.getParent());
    LogCursor cursor = LogCursor.decode(request.getCursor());
    TailStream stream = new TailStream(followed, entries, cursor, observer);
    streams.add(stream);
    // Asked after it was added: either we see here that this is closed, or close sees the stream.
    if (closed) {
      streams.remove(stream);
      throw ApiException.unavailable("the log");
    }
    stream.start(() -> streams.remove(stream));
  }

  /**
   * What is followed.
   *
   * @param log the log's id
   * @param partitions the parts of it
   */
  record Followed(String log, List<Partition> partitions) {}

  /** Asked again and again, for stores come to be, and a log may take the place of another. */
  private Supplier<Followed> followed(String parent) {
    if (parent.equals(EVERY_STORE)) {
      return () -> followed(store -> true);
    }
    String id = STORE.parse("parent", parent).getFirst();
    return () -> followed(store -> store.id().equals(id));
  }

  private Followed followed(Predicate<Store> wanted) {
    RedisStores.Registry registry = stores.registry();
    return new Followed(
        registry.log(),
        registry.stores().stream().filter(wanted).flatMap(each -> each.all().stream()).toList());
  }

  /**
   * Ends all streams, which would never end by themselves, and lets no more begin: followers come
   * back at once, and while the server drains it would take them in again.
   */
  @Override
  public void close() {
    closed = true;
    streams.forEach(TailStream::end);
  }
}
