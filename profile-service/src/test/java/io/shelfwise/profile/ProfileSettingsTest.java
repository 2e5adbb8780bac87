package io.shelfwise.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileSettingsTest {
  @Test
  void thereMustBeAMasterKey() {
    assertThatThrownBy(() -> settings(Optional.empty(), 8, Optional.empty()))
        .hasMessageStartingWith("shelfwise.profile.master-key: none");
    assertThatThrownBy(() -> settings(Optional.of(" "), 8, Optional.empty()))
        .hasMessageStartingWith("shelfwise.profile.master-key: none");
  }

  @Test
  void numbersAndTimesAreBounded() {
    assertThatThrownBy(() -> settings(Optional.of("key"), 0, Optional.empty()))
        .hasMessage("shelfwise.profile.partitions: 0 (expected: 1 to 1024)");
    assertThatThrownBy(() -> settings(Optional.of("key"), 8, Optional.of(Duration.ZERO)))
        .hasMessage("shelfwise.profile.retention: PT0S (expected: > 0)");
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(settings(Optional.of("secret"), 8, Optional.empty()).toString())
        .doesNotContain("secret");
  }

  private static ProfileSettings settings(
      Optional<String> key, int partitions, Optional<Duration> retention) {
    return new ProfileSettings(
        "in-process:test",
        Duration.ZERO,
        key,
        partitions,
        10,
        retention,
        Duration.ofHours(1),
        Duration.ofSeconds(1));
  }
}
