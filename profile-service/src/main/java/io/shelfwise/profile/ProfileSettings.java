package io.shelfwise.profile;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * How the service is served, and how it keeps what it is told.
 *
 * @param listen where it listens: {@code HOST:PORT}, or {@code in-process:NAME}
 * @param drain how long it goes on answering after it was told to end
 * @param masterKey the key under which customers' own keys are kept: 32 bytes in Base64
 * @param partitions in how many parts a new store is kept; for stores that are there, what was set
 *     then stays
 * @param mostStores how many stores there may be
 * @param retention how long events are kept after they were received; absent: for ever
 * @param sweepEvery how often what is due to be forgotten is looked for
 * @param pingEvery how often Redis is asked whether it is there
 */
@ConfigurationProperties("shelfwise.profile")
public record ProfileSettings(
    String listen,
    Duration drain,
    Optional<String> masterKey,
    int partitions,
    int mostStores,
    Optional<Duration> retention,
    Duration sweepEvery,
    Duration pingEvery) {
  private static final int MOST_PARTITIONS = 1_024;

  public ProfileSettings {
    if (masterKey.filter(key -> !key.isBlank()).isEmpty()) {
      throw new IllegalArgumentException(
          "shelfwise.profile.master-key: none (expected: 32 random bytes in Base64, as of: openssl rand -base64 32)");
    }
    if (partitions < 1 || partitions > MOST_PARTITIONS) {
      throw new IllegalArgumentException(
          "shelfwise.profile.partitions: "
              + partitions
              + " (expected: 1 to "
              + MOST_PARTITIONS
              + ")");
    }
    if (mostStores < 1) {
      throw new IllegalArgumentException(
          "shelfwise.profile.most-stores: " + mostStores + " (expected: >= 1)");
    }
    positive("retention", retention.orElse(Duration.ofDays(1)));
    positive("sweep-every", sweepEvery);
    positive("ping-every", pingEvery);
  }

  private static void positive(String setting, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "shelfwise.profile." + setting + ": " + value + " (expected: > 0)");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ProfileSettings[listen=" + listen + ", partitions=" + partitions + "]";
  }
}
