package io.shelfwise.profile;

import io.shelfwise.profile.log.LogTail;
import io.shelfwise.profile.redis.Redis;
import io.shelfwise.rpc.RpcServer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the service can do its work, which it can as long as Redis answers.
 *
 * <p>When the service ends, this ends before the server: it sends followers away, who would
 * otherwise be waited for until the server's grace is over.
 */
final class Readiness implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final RpcServer server;
  private final Redis redis;
  private final LogTail tail;
  private final Every pinging;
  private Optional<Boolean> ready = Optional.empty();

  Readiness(RpcServer server, Redis redis, LogTail tail, Duration pingEvery) {
    this.server = server;
    this.redis = redis;
    this.tail = tail;
    this.pinging = Every.start("ping-redis", pingEvery, this::ping);
  }

  private void ping() {
    boolean answers = redis.answers();
    server.ready(answers);
    if (!ready.equals(Optional.of(answers))) {
      ready = Optional.of(answers);
      log.info(answers ? "ready: Redis answers" : "not ready: Redis does not answer");
    }
  }

  @Override
  public void close() {
    pinging.close();
    tail.close();
  }
}
