package io.shelfwise.recommend;

import java.time.Duration;

/** Durations as the models reckon with them. */
final class Days {
  private Days() {}

  static double of(Duration duration) {
    return duration.toMillis() / (double) Duration.ofDays(1).toMillis();
  }
}
