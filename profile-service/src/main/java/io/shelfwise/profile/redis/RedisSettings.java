package io.shelfwise.profile.redis;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * Where Redis is.
 *
 * @param uri {@code redis://[user:password@]host:port}, {@code rediss://…} for TLS; for a cluster,
 *     one of its nodes
 * @param cluster whether that is a Redis Cluster
 * @param timeout how long one command may take; later, Redis counts as away
 */
@ConfigurationProperties("shelfwise.profile.redis")
public record RedisSettings(String uri, boolean cluster, Duration timeout) {
  public RedisSettings {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(
          "shelfwise.profile.redis.timeout: " + timeout + " (expected: > 0)");
    }
  }

  /** Without the address, which may hold a password. */
  @Override
  public String toString() {
    return "RedisSettings[cluster=" + cluster + ", timeout=" + timeout + "]";
  }
}
