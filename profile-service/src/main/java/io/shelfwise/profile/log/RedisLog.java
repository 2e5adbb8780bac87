package io.shelfwise.profile.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.intake.EventSink;
import io.shelfwise.profile.log.AppendBatch.Placed;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.profile.redis.RedisScript;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends events to the log.
 *
 * <p>The parts of a store are written side by side, and each of them in order, batch after batch. A
 * batch is written wholly or not at all; when a call fails between two, what was written is found
 * to be there already when it is called again.
 */
public final class RedisLog implements EventSink {
  private static final RedisScript APPEND = RedisScript.beside(RedisLog.class, "append.lua");

  private final Redis redis;
  private final RedisStores stores;
  private final InstantSource clock;
  private final Timer timer;

  /** The log in a Redis. */
  public RedisLog(Redis redis, RedisStores stores, InstantSource clock, MeterRegistry meters) {
    this.redis = redis;
    this.stores = stores;
    this.clock = clock;
    this.timer =
        Timer.builder("shelfwise.profile.append")
            .description("Time to append a batch of events to each of several parts of the log")
            .register(meters);
  }

  @Override
  public List<Outcome> write(String store, List<Event> events) {
    Store to = stores.findOrCreate(store);
    Outcome[] outcomes = new Outcome[events.size()];
    Map<Partition, Deque<AppendBatch>> waiting = batches(to, events);
    while (!waiting.isEmpty()) {
      List<AppendBatch> next = waiting.values().stream().map(Deque::removeFirst).toList();
      if (timer.record(() -> append(next, outcomes))) {
        // A log begins with its store, or in a Redis that has lost what is remembered here.
        stores.registerAgain(to);
      }
      waiting.values().removeIf(Deque::isEmpty);
    }
    return List.of(outcomes);
  }

  /** Appends batches, and tells whether a part began with them. */
  private boolean append(List<AppendBatch> batches, Outcome[] outcomes) {
    long received = clock.millis();
    List<byte[]> answers =
        redis.run(APPEND, batches.stream().map(batch -> batch.call(received)).toList());
    boolean began = false;
    for (int i = 0; i < answers.size(); i++) {
      batches.get(i).place(answers.get(i), outcomes);
      began |= batches.get(i).began(answers.get(i));
    }
    return began;
  }

  private static Map<Partition, Deque<AppendBatch>> batches(Store store, List<Event> events) {
    Map<Partition, Deque<AppendBatch>> batches = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      String customer = event.getCustomer().substring(event.getCustomer().lastIndexOf('/') + 1);
      Partition partition = store.partitionOf(customer);
      Deque<AppendBatch> queue = batches.computeIfAbsent(partition, none -> new ArrayDeque<>());
      if (queue.isEmpty() || !queue.getLast().hasRoom(event)) {
        queue.addLast(new AppendBatch(partition));
      }
      queue.getLast().add(customer, new Placed(i, event));
    }
    return batches;
  }

  @Override
  public String currency(String store, String offered) {
    // A store that may not be must leave nothing behind.
    return stores.currency(stores.findOrCreate(store), offered);
  }
}
