package io.shelfwise.standalone.evaluate;

/** Takes the time that something takes, by the clock and by the processors. */
final class Stopwatch {
  private final long begin = System.nanoTime();
  private final double work = ProcessorTime.seconds();

  /**
   * What it took.
   *
   * @param seconds by the clock
   * @param processorSeconds of all cores together
   */
  record Time(double seconds, double processorSeconds) {
    Time and(Time other) {
      return new Time(seconds + other.seconds, processorSeconds + other.processorSeconds);
    }
  }

  Time stop() {
    return new Time((System.nanoTime() - begin) / 1e9, ProcessorTime.seconds() - work);
  }
}
