package io.shelfwise.profile.log;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.shelfwise.event.v1.Event;
import io.shelfwise.profile.redis.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads entries of the log. */
public final class LogEntries {
  /** The field of an entry that holds the event. */
  private static final String EVENT = "e";

  /** So that little is read for nothing when events are large. */
  private static final int PLACES_AT_ONCE = 50;

  private final Redis redis;

  /** An entry: its place, the event, and how many bytes that takes. */
  record Entry(EntryId id, Event event, int bytes) {}

  /** What to read: entries of a part after one, so many at most. */
  record Stretch(Partition partition, EntryId after, int most) {}

  /** Entries of the log in a Redis. */
  public LogEntries(Redis redis) {
    this.redis = redis;
  }

  /** The entries of each stretch, in order. */
  List<List<Entry>> read(List<Stretch> stretches) {
    return ranges(
        stretches.stream()
            .map(
                stretch ->
                    range(
                        stretch.partition(),
                        Range.from(
                            Range.Boundary.excluding(stretch.after().toString()),
                            Range.Boundary.unbounded()),
                        stretch.most()))
            .toList());
  }

  /** The first entries of a part that were received before a time. */
  List<Entry> before(Partition partition, long millis, int most) {
    Range<String> range =
        Range.from(
            Range.Boundary.unbounded(),
            Range.Boundary.excluding(new EntryId(millis, 0).toString()));
    return ranges(List.of(range(partition, range, most))).getFirst();
  }

  /**
   * Events that stood at the first of some places.
   *
   * @param events the events, without those that are no longer kept
   * @param places how many places were looked at
   */
  public record Kept(List<Event> events, int places) {
    public Kept {
      events = List.copyOf(events);
    }
  }

  /**
   * The events at the first of these places of a part, as many as come to so many bytes; one at
   * least, if any is kept.
   */
  public Kept at(Partition partition, List<String> places, int mostBytes) {
    List<Event> events = new ArrayList<>();
    long bytes = 0;
    for (int from = 0; from < places.size(); from += PLACES_AT_ONCE) {
      List<String> some = places.subList(from, Math.min(from + PLACES_AT_ONCE, places.size()));
      List<List<Entry>> found =
          ranges(
              some.stream().map(place -> range(partition, Range.create(place, place), 1)).toList());
      for (int i = 0; i < found.size(); i++) {
        for (Entry entry : found.get(i)) {
          if (!events.isEmpty() && bytes + entry.bytes() > mostBytes) {
            return new Kept(events, from + i);
          }
          events.add(entry.event());
          bytes += entry.bytes();
        }
      }
    }
    return new Kept(events, places.size());
  }

  private static Redis.Command<List<StreamMessage<String, byte[]>>> range(
      Partition partition, Range<String> range, int most) {
    return commands -> commands.xrange(partition.log(), range, Limit.from(most));
  }

  private List<List<Entry>> ranges(
      List<Redis.Command<List<StreamMessage<String, byte[]>>>> ranges) {
    return redis.askAll(ranges).stream()
        .map(messages -> messages.stream().map(LogEntries::entry).toList())
        .toList();
  }

  private static Entry entry(StreamMessage<String, byte[]> message) {
    try {
      byte[] payload = Objects.requireNonNull(message.getBody().get(EVENT));
      return new Entry(EntryId.parse(message.getId()), Event.parseFrom(payload), payload.length);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("log entry " + message.getId() + " holds no event", e);
    }
  }
}
