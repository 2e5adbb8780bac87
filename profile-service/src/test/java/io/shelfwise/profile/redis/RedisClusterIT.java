package io.shelfwise.profile.redis;

import static io.shelfwise.profile.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.log.RedisLog;
import io.shelfwise.profile.log.RedisStores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisClusterIT {
  private static final int EVENTS = 600;

  private static RedisClusterForTests cluster;
  private static Redis redis;

  @BeforeAll
  static void start() {
    cluster = RedisClusterForTests.start();
    redis = Redis.open(new RedisSettings(cluster.uri(), true, Duration.ofSeconds(5)));
  }

  @AfterAll
  static void stop() {
    redis.close();
    cluster.close();
  }

  @Test
  void aStoreIsSpreadOverTheNodesAndEachPartIsWrittenInOneStep() {
    RedisStores stores = new RedisStores(redis, 8, 10);
    RedisLog log = new RedisLog(redis, stores, InstantSource.system(), new SimpleMeterRegistry());
    List<Event> events =
        IntStream.range(0, EVENTS)
            .mapToObj(
                i ->
                    view(
                        "v" + i,
                        "stores/demo/customers/c" + i % 100,
                        "stores/demo/products/lamp",
                        i))
            .toList();

    assertThat(log.write("demo", events))
        .isEqualTo(Collections.nCopies(EVENTS, Outcome.OUTCOME_WRITTEN));
    assertThat(log.write("demo", events))
        .isEqualTo(Collections.nCopies(EVENTS, Outcome.OUTCOME_DUPLICATE));
  }
}
