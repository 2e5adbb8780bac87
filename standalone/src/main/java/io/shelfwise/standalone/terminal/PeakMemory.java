package io.shelfwise.standalone.terminal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory that this process has held so far. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String HIGH_WATER_MARK = "VmHWM:";

  private PeakMemory() {}

  /**
   * In millions of bytes: what was resident, as the system counted it; where it does not tell, what
   * the JVM's pools held.
   */
  public static double megabytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(HIGH_WATER_MARK))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1e6)
          .findFirst()
          .orElseGet(PeakMemory::pools);
    } catch (IOException e) {
      return pools();
    }
  }

  private static double pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToDouble(usage -> usage.getUsed() / 1e6)
        .sum();
  }
}
