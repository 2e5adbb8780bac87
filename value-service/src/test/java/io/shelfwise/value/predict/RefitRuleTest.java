package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefitRuleTest {
  private final RefitRule rule = new RefitRule(Duration.ofHours(1), 1.5, Duration.ofSeconds(10));

  private static final Duration BRIEF = Duration.ofMillis(100);

  @Test
  void fitsAnewAfterItsTimeIfThereAreNewOrders() {
    assertThat(rule.isDue(Duration.ofHours(1), BRIEF, 100, 101)).isTrue();
    assertThat(rule.isDue(Duration.ofHours(9), BRIEF, 100, 100)).isFalse();
    assertThat(rule.isDue(Duration.ofMinutes(59), BRIEF, 100, 101)).isFalse();
  }

  @Test
  void fitsAnewSoonerWhereTheStoreHasGrown() {
    assertThat(rule.isDue(Duration.ofSeconds(10), BRIEF, 100, 150)).isTrue();
    assertThat(rule.isDue(Duration.ofSeconds(10), BRIEF, 100, 149)).isFalse();
    assertThat(rule.isDue(Duration.ofSeconds(10), BRIEF, 0, 1)).isTrue();
  }

  @Test
  void pausesInAnyCase() {
    assertThat(rule.isDue(Duration.ofSeconds(9), BRIEF, 100, 1_000)).isFalse();
  }

  /** A growing store takes a tenth of a thread at most. */
  @Test
  void restsTenTimesAsLongAsItWorked() {
    assertThat(rule.isDue(Duration.ofSeconds(69), Duration.ofSeconds(7), 100, 1_000)).isFalse();
    assertThat(rule.isDue(Duration.ofSeconds(70), Duration.ofSeconds(7), 100, 1_000)).isTrue();
    assertThat(rule.isDue(Duration.ofHours(1), Duration.ofHours(1), 100, 101)).isTrue();
  }

  @Test
  void refusesWhatWouldNeverEnd() {
    assertThatThrownBy(() -> new RefitRule(Duration.ZERO, 2, Duration.ZERO))
        .hasMessageContaining("every: PT0S");
    assertThatThrownBy(() -> new RefitRule(Duration.ofHours(1), 1, Duration.ZERO))
        .hasMessageContaining("growth: 1.0");
  }
}
