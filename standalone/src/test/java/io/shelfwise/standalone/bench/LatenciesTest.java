package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  /** 1 to 1,000 milliseconds, the slowest first. */
  private final Latencies latencies =
      new Latencies(
          LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1_000_000).toArray(),
          Duration.ofSeconds(10));

  @Test
  void percentilesAreByNearestRank() {
    assertThat(latencies.percentile(0.5)).isEqualTo(Duration.ofMillis(500));
    assertThat(latencies.percentile(0.99)).isEqualTo(Duration.ofMillis(990));
    assertThat(latencies.percentile(0.9991)).isEqualTo(Duration.ofSeconds(1));
    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(latencies.percentile(0.0001)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void theRateIsCallsASecond() {
    assertThat(latencies.rate()).isEqualTo(1000 / 10.0);
  }

  @Test
  void noCallsTakeNoTime() {
    assertThat(new Latencies(new long[0], Duration.ofSeconds(1)).percentile(0.99))
        .isEqualTo(Duration.ZERO);
  }
}
