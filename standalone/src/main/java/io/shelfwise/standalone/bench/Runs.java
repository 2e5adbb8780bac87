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

  /** Does the work so many times, at least once. */
  static Runs of(int count, Runnable work) {
    double[] seconds = new double[count];
    double[] processor = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      long used = PROCESS.getProcessCpuTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
      processor[i] = (PROCESS.getProcessCpuTime() - used) / 1e9;
    }
    return new Runs(seconds[0], median(seconds), median(processor));
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
