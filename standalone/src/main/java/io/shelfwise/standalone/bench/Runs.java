package io.shelfwise.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How long the same piece of work took, time and again, in seconds.
 *
 * @param first the first time, when the code was cold
 * @param median the time in the middle
 * @param processor the processor's time in the middle, of all threads together: what other work on
 *     the machine does not lengthen
 */
record Runs(double first, double median, double processor) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * Does the work once, and then so many rounds of it.
   *
   * @param rounds how many there are, at least one
   * @param repeats how often the work is done in a round: processors' clocks are coarse
   */
  static Runs of(int rounds, int repeats, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    double first = (System.nanoTime() - begin) / 1e9;
    double[] seconds = new double[rounds];
    double[] processor = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      long used = PROCESS.getProcessCpuTime();
      for (int i = 0; i < repeats; i++) {
        work.run();
      }
      seconds[round] = (System.nanoTime() - start) / 1e9 / repeats;
      processor[round] = (PROCESS.getProcessCpuTime() - used) / 1e9 / repeats;
    }
    return new Runs(first, median(seconds), median(processor));
  }

  /** How long the processor has worked for this process so far, in nanoseconds. */
  static long processorNanos() {
    return PROCESS.getProcessCpuTime();
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
