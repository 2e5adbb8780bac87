package io.shelfwise.profile.log;

import io.grpc.stub.ServerCallStreamObserver;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.profile.log.LogEntries.Entry;
import io.shelfwise.profile.log.LogEntries.Stretch;
import io.shelfwise.profile.log.LogTail.Followed;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One follower's stream: reads all parts side by side from the cursor on, sends what is there, and
 * at the end looks again and again for more.
 *
 * <p>It runs on a thread of its own, the only one that sends; a follower that is slower than the
 * log is waited for. Redis could wake us instead of being asked, but only for streams of one slot
 * on one connection each; asking costs every part a look fifty times a second, and less often when
 * there are many parts.
 */
final class TailStream {
  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final int SHORTEST_PAUSE_MILLIS = 20;
  private static final int PARTS_A_MILLI = 10;

  private final Supplier<Followed> followed;
  private final LogEntries entries;
  private final LogCursor cursor;
  private final ServerCallStreamObserver<TailEventsResponse> observer;
  private final LookSize size = new LookSize();
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;
  private TailEventsResponse.Builder part = TailEventsResponse.newBuilder();
  private int bytes;
  private boolean caughtUp;

  TailStream(
      Supplier<Followed> followed,
      LogEntries entries,
      LogCursor cursor,
      ServerCallStreamObserver<TailEventsResponse> observer) {
    this.followed = followed;
    this.entries = entries;
    this.cursor = cursor;
    this.observer = observer;
  }

  /** Starts to send, and calls back when that is over. */
  void start(Runnable whenOver) {
    observer.setOnReadyHandler(news::release);
    observer.setOnCancelHandler(this::end);
    Thread.ofVirtual()
        .name("tail")
        .start(
            () -> {
              try {
                send();
              } finally {
                whenOver.run();
              }
            });
  }

  /** Ends the stream, soon. */
  void end() {
    ended = true;
    news.release();
  }

  private void send() {
    try {
      while (!ended) {
        if (!observer.isReady()) {
          news.acquire();
        } else {
          sendNext();
        }
      }
      throw ApiException.unavailable("the log");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      observer.onError(Replies.translate(e));
    }
  }

  private void sendNext() throws InterruptedException {
    Followed now = followed.get();
    cursor.requireLog(now.log());
    List<Partition> all = now.partitions();
    int most = size.ofAPart(all.size());
    List<List<Entry>> found =
        entries.read(all.stream().map(each -> new Stretch(each, cursor.last(each), most)).toList());
    for (int i = 0; i < found.size(); i++) {
      gather(all.get(i), found.get(i));
    }
    size.saw(
        found.stream().mapToInt(List::size).sum(),
        found.stream().flatMap(List::stream).mapToLong(Entry::bytes).sum());
    // Not when a look finds nothing at all: while writers write, there may never be such a look.
    boolean atEnd = found.stream().allMatch(entriesOfPart -> entriesOfPart.size() < most);
    if (part.getEventsCount() > 0 || (atEnd && !caughtUp)) {
      caughtUp = atEnd;
      part.setCaughtUp(atEnd);
      flush();
    } else {
      news.tryAcquire(
          Math.max(SHORTEST_PAUSE_MILLIS, all.size() / PARTS_A_MILLI), TimeUnit.MILLISECONDS);
    }
  }

  private void gather(Partition partition, List<Entry> found) {
    String store = "stores/" + partition.store();
    for (Entry entry : found) {
      if (part.getEventsCount() >= MOST_EVENTS || bytes + entry.bytes() > MOST_BYTES) {
        flush();
      }
      part.addEvents(LoggedEvent.newBuilder().setStore(store).setEvent(entry.event()));
      bytes += entry.bytes();
      cursor.advance(partition, entry.id());
    }
  }

  private void flush() {
    observer.onNext(part.setCursor(cursor.encode()).build());
    part = TailEventsResponse.newBuilder();
    bytes = 0;
  }
}
