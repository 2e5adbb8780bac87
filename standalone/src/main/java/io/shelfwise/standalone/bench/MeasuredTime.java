package io.shelfwise.standalone.bench;

import io.shelfwise.standalone.terminal.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long is measured, as the options say. */
final class MeasuredTime {
  private static final int MOST_SECONDS = 3_600;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "How long each measurement takes (${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Seconds before that which do not count (${DEFAULT-VALUE}).")
  private int warmUp = 10;

  /** Makes sure that it is a time that can be waited for. */
  void check(Limits limits) {
    limits.whole("--seconds", seconds, 1, MOST_SECONDS).whole("--warm-up", warmUp, 0, MOST_SECONDS);
  }

  /** The same where calls are made at a rate: there must be some, and no more than can be kept. */
  void check(Limits limits, double rate) {
    check(limits);
    limits.whole(
        "--rate times --seconds", OpenLoop.calls(rate, measured()), 1, OpenLoop.MOST_CALLS);
  }

  /** The time that counts. */
  Duration measured() {
    return Duration.ofSeconds(seconds);
  }

  /** The time before it. */
  Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }
}
