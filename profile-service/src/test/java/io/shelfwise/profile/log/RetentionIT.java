package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.log.LogEntries.Stretch;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.profile.redis.RedisForTests;
import io.shelfwise.profile.redis.RedisSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionIT {
  private static final Duration KEEP = Duration.ofDays(800);

  private static RedisForTests server;
  private static Redis redis;
  private RedisStores stores;
  private LogEntries entries;
  private RedisLog log;

  @BeforeAll
  static void start() {
    server = RedisForTests.start();
    redis = Redis.open(new RedisSettings(server.uri(), false, Duration.ofSeconds(5)));
  }

  @BeforeEach
  void empty() {
    redis.<String>ask(c -> c.flushall());
    stores = new RedisStores(redis, 1, 10);
    entries = new LogEntries(redis);
    log = new RedisLog(redis, stores, InstantSource.system(), new SimpleMeterRegistry());
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
  }

  @Test
  void whatWasReceivedTooLongAgoIsForgottenWithAllThatPointsToIt() {
    List<Event> events =
        IntStream.range(0, 1_200).mapToObj(i -> event("v" + i, "c" + i % 3)).toList();
    log.write("demo", events);
    Instant now = Instant.now();

    assertThat(sweepAt(now.plus(KEEP).minusSeconds(60))).isZero();
    assertThat(sweepAt(now.plus(KEEP).plusSeconds(60))).isEqualTo(1_200);

    Partition partition = new Partition("demo", 0);
    assertThat(entries.read(List.of(new Stretch(partition, EntryId.START, 10))).getFirst())
        .isEmpty();
    assertThat(redis.<Long>ask(c -> c.zcard(partition.history("c0")))).isZero();
    assertThat(redis.<Long>ask(c -> c.hlen(partition.seen("c0")))).isZero();
  }

  @Test
  void countsOutliveTheEventsAndTheLogGoesOn() {
    log.write("counts", List.of(event("old", "ann")));
    sweepAt(Instant.now().plus(KEEP).plusSeconds(60));

    assertThat(log.write("counts", List.of(event("new", "ann"))))
        .containsExactly(Outcome.OUTCOME_WRITTEN);

    Partition partition = new Partition("counts", 0);
    assertThat(redis.<byte[]>ask(c -> c.hget(partition.profile("ann"), Count.VIEWS.field())))
        .asString()
        .isEqualTo("2");
    assertThat(entries.read(List.of(new Stretch(partition, EntryId.START, 10))).getFirst())
        .extracting(entry -> entry.event().getId())
        .containsExactly("new");
  }

  private long sweepAt(Instant now) {
    return new Retention(redis, stores, entries, KEEP, InstantSource.fixed(now)).sweep();
  }

  private static Event event(String id, String customer) {
    return view(id, "stores/demo/customers/" + customer, "stores/demo/products/lamp", 0);
  }
}
