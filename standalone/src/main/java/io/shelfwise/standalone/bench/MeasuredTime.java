package io.shelfwise.standalone.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long is measured, as the options say. */
final class MeasuredTime {
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

  /** The time that counts. */
  Duration measured() {
    return Duration.ofSeconds(seconds);
  }

  /** The time before it. */
  Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }
}
