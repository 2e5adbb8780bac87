package io.shelfwise.standalone.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {
  @Test
  void theMidnightAfterTheLastDayIsTheNextDays() {
    Clock clock = Clock.of(TimeForm.ISO, true);
    double end = clock.endOf("--calibrate-until", "1997-09-30");

    assertThat(clock.read("1997-09-30T23:59:59Z").orElseThrow()).isLessThanOrEqualTo(end);
    assertThat(clock.read("1997-10-01T00:00:00Z").orElseThrow()).isGreaterThan(end);
  }

  @Test
  void byTheDayTheLastDayIsItsOwnEnd() {
    Clock clock = Clock.of(TimeForm.ISO, false);

    assertThat(clock.read("1997-09-30T23:59:59Z").orElseThrow())
        .isEqualTo(clock.endOf("--calibrate-until", "1997-09-30"));
  }
}
