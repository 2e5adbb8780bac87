package io.shelfwise.profile.log;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.redis.RedisScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one part of a store that are appended in one step; {@code append.lua} says how they are
 * written down for it.
 *
 * <p>It is bounded, for nothing else runs in Redis meanwhile.
 */
final class AppendBatch {
  private static final int MOST_EVENTS = 500;
  private static final int MOST_BYTES = 1 << 20;
  private static final byte[] NO = bytes("0");
  private static final byte[] YES = bytes("1");

  /** An event and its place among all that are written. */
  record Placed(int place, Event event) {}

  private final Partition partition;
  private final Map<String, List<Placed>> byCustomer = new LinkedHashMap<>();
  private int events;
  private int size;

  AppendBatch(Partition partition) {
    this.partition = partition;
  }

  /** Whether there is room for an event. There always is for one. */
  boolean hasRoom(Event event) {
    return events == 0 || (events < MOST_EVENTS && size + event.getSerializedSize() <= MOST_BYTES);
  }

  void add(String customer, Placed event) {
    byCustomer.computeIfAbsent(customer, none -> new ArrayList<>()).add(event);
    events++;
    size += event.event().getSerializedSize();
  }

  RedisScript.Call call(long receivedMillis) {
    List<String> keys = new ArrayList<>(1 + 3 * byCustomer.size());
    List<byte[]> arguments = new ArrayList<>(8 * events);
    keys.add(partition.log());
    arguments.add(bytes(receivedMillis));
    byCustomer.forEach(
        (customer, placed) -> {
          keys.add(partition.history(customer));
          keys.add(partition.seen(customer));
          keys.add(partition.profile(customer));
          arguments.add(bytes(placed.size()));
          placed.forEach(each -> describe(each.event(), arguments));
        });
    return new RedisScript.Call(keys, arguments);
  }

  private static void describe(Event event, List<byte[]> arguments) {
    Map<Count, Long> tally = Tally.of(event);
    arguments.add(bytes(event.getId()));
    arguments.add(bytes(millis(event.getEventTime())));
    arguments.add(event.toByteArray());
    arguments.add(event.hasPurchase() ? YES : NO);
    arguments.add(bytes(tally.size()));
    tally.forEach(
        (count, addend) -> {
          arguments.add(bytes(count.field()));
          arguments.add(bytes(addend));
        });
  }

  /** Whether the part had no log before, as the script answered it. */
  boolean began(byte[] answer) {
    return answer[0] == '1';
  }

  /** Puts what became of each event, as the script answered it, in its place. */
  void place(byte[] answer, Outcome[] outcomes) {
    int next = 1;
    for (List<Placed> placed : byCustomer.values()) {
      for (Placed each : placed) {
        outcomes[each.place()] =
            answer[next++] == '1' ? Outcome.OUTCOME_WRITTEN : Outcome.OUTCOME_DUPLICATE;
      }
    }
  }

  private static long millis(Timestamp time) {
    return time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
  }

  private static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
