package io.shelfwise.standalone.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long each of many calls took. */
final class Latencies {
  private final long[] nanos;
  private final Duration elapsed;

  /**
   * Makes them comparable.
   *
   * @param nanos the times in nanoseconds, in any order
   * @param elapsed how long all of it took, side by side
   */
  Latencies(long[] nanos, Duration elapsed) {
    this.nanos = nanos.clone();
    this.elapsed = elapsed;
    Arrays.sort(this.nanos);
  }

  /**
   * The time within which the given part of the calls was answered, by the nearest rank.
   *
   * @param part more than 0, at most 1
   */
  Duration percentile(double part) {
    if (nanos.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(part * nanos.length);
    return Duration.ofNanos(nanos[Math.max(rank, 1) - 1]);
  }

  /** Calls a second. */
  double rate() {
    return nanos.length / (elapsed.toNanos() / 1e9);
  }

  /** One line for a person. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%,d calls, %,.0f a second, p50 %s, p90 %s, p99 %s, p99.9 %s, slowest %s",
        nanos.length,
        rate(),
        millis(percentile(0.5)),
        millis(percentile(0.9)),
        millis(percentile(0.99)),
        millis(percentile(0.999)),
        millis(percentile(1)));
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / 1e6);
  }
}
