package io.shelfwise.profile.customer;

import io.lettuce.core.Range;
import io.lettuce.core.ScoredValue;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.customer.v1.ListCustomerEventsResponse;
import io.shelfwise.profile.log.LogEntries;
import io.shelfwise.profile.log.Partition;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.rpc.PageToken;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a customer did, page by page, the latest first; a page of large events ends early. The
 * history holds the places of the events in the log, by event time; the events themselves are kept
 * there only.
 */
public final class RedisHistory {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final Redis redis;
  private final RedisCustomers customers;
  private final LogEntries entries;

  /** The histories in a Redis. */
  public RedisHistory(Redis redis, RedisCustomers customers, LogEntries entries) {
    this.redis = redis;
    this.customers = customers;
    this.entries = entries;
  }

  /** A page. What comes in between two pages moves none of the older events. */
  ListCustomerEventsResponse list(ListCustomerEventsRequest request) {
    CustomerName name = CustomerName.parse("parent", request.getParent());
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String after = PageToken.decode(request.getPageToken(), name.toString());
    Partition partition = customers.partitionOf(name);
    String history = partition.history(name.customer());
    long start = after.isEmpty() ? 0 : startAfter(history, Position.parse(after));
    // One more than asked for tells whether there is a further page.
    List<ScoredValue<byte[]>> found =
        redis.ask(c -> c.zrevrangeWithScores(history, start, start + size));
    List<String> places = found.stream().limit(size).map(RedisHistory::place).toList();
    LogEntries.Kept page = entries.at(partition, places, MOST_BYTES);
    return ListCustomerEventsResponse.newBuilder()
        .addAllEvents(page.events())
        .setNextPageToken(
            found.size() > page.places()
                ? PageToken.encode(
                    Position.of(found.get(page.places() - 1)).toString(), name.toString())
                : "")
        .build();
  }

  /**
   * The rank that follows a position; if that event is no longer kept, the first of an earlier
   * time.
   */
  private long startAfter(String history, Position position) {
    Long rank = redis.ask(c -> c.zrevrank(history, bytes(position.place())));
    if (rank != null) {
      return rank + 1;
    }
    return redis.<Long>ask(
        c ->
            c.zcount(
                history,
                Range.from(
                    Range.Boundary.including(position.millis()), Range.Boundary.unbounded())));
  }

  /** Where a page ended: the time of the last event on it, and its place in the log. */
  private record Position(long millis, String place) {
    static Position of(ScoredValue<byte[]> event) {
      return new Position((long) event.getScore(), RedisHistory.place(event));
    }

    static Position parse(String text) {
      int space = text.indexOf(' ');
      return new Position(Long.parseLong(text, 0, space, 10), text.substring(space + 1));
    }

    @Override
    public String toString() {
      return millis + " " + place;
    }
  }

  private static String place(ScoredValue<byte[]> event) {
    return new String(event.getValue(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
