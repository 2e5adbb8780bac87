package io.shelfwise.profile.log;

import io.lettuce.core.XTrimArgs;
import io.shelfwise.profile.log.LogEntries.Entry;
import io.shelfwise.profile.redis.Redis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets events that were received too long ago: their log entries, and what points to these. What
 * they added to a customer's counts stays. An event that was forgotten could be written once more.
 *
 * <p>It goes from the oldest on, pointers first. So if it breaks off, the next sweep finds the
 * rest; and several sweeps at once do no harm.
 */
public final class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int STEP = 500;

  private final Redis redis;
  private final RedisStores stores;
  private final LogEntries entries;
  private final Duration keep;
  private final InstantSource clock;

  /**
   * Forgetting, by a clock.
   *
   * @param keep how long events are kept after they were received
   */
  public Retention(
      Redis redis, RedisStores stores, LogEntries entries, Duration keep, InstantSource clock) {
    this.redis = redis;
    this.stores = stores;
    this.entries = entries;
    this.keep = keep;
    this.clock = clock;
  }

  /** Forgets what is due now, and tells how many events that was. */
  public long sweep() {
    long bound = clock.instant().minus(keep).toEpochMilli();
    long forgotten = 0;
    for (Store store : stores.registry().stores()) {
      for (Partition partition : store.all()) {
        forgotten += sweep(partition, bound);
      }
    }
    if (forgotten > 0) {
      log.info("forgot {} events that were received more than {} ago", forgotten, keep);
    }
    return forgotten;
  }

  private long sweep(Partition partition, long bound) {
    long forgotten = 0;
    List<Entry> due = entries.before(partition, bound, STEP);
    while (!due.isEmpty()) {
      forget(partition, due);
      forgotten += due.size();
      due = entries.before(partition, bound, STEP);
    }
    return forgotten;
  }

  private void forget(Partition partition, List<Entry> due) {
    Map<String, List<Entry>> byCustomer =
        due.stream().collect(Collectors.groupingBy(entry -> entry.event().getCustomer()));
    List<Redis.Command<Long>> commands = new ArrayList<>(2 * byCustomer.size());
    byCustomer.forEach(
        (name, theirs) -> {
          String customer = name.substring(name.lastIndexOf('/') + 1);
          byte[][] places = theirs.stream().map(Retention::place).toArray(byte[][]::new);
          String[] ids = theirs.stream().map(entry -> entry.event().getId()).toArray(String[]::new);
          commands.add(c -> c.zrem(partition.history(customer), places));
          commands.add(c -> c.hdel(partition.seen(customer), ids));
        });
    redis.askAll(commands);
    EntryId last = due.getLast().id();
    EntryId next = new EntryId(last.millis(), last.sequence() + 1);
    redis.<Long>ask(
        c -> c.xtrim(partition.log(), XTrimArgs.Builder.minId(next.toString()).exactTrimming()));
  }

  private static byte[] place(Entry entry) {
    return entry.id().toString().getBytes(StandardCharsets.UTF_8);
  }
}
