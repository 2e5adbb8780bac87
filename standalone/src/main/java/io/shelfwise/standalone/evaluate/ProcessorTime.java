package io.shelfwise.standalone.evaluate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How long the processors have worked for this process, on whatever else they worked besides. */
final class ProcessorTime {
  private static final double NANOS = 1e9;

  private ProcessorTime() {}

  /** In seconds, of all cores together, the compiler's and collector's work in it. */
  static double seconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / NANOS;
  }
}
