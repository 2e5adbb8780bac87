package io.shelfwise.standalone.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a call costs, on average.
 *
 * @param processorMillis of the processor's time, in milliseconds: what other work on the machine
 *     does not lengthen
 * @param kilobytes of memory that was allocated, in thousands of bytes
 */
record Effort(double processorMillis, double kilobytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** That of calls which this thread makes and answers itself. */
  static Effort ofThread(int calls, Runnable work) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    work.run();
    return of(
        calls,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  /** That of calls on which all threads of the process work. */
  static Effort ofProcess(int calls, Runnable work) {
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long nanos = Runs.processorNanos();
    work.run();
    return of(calls, Runs.processorNanos() - nanos, THREADS.getTotalThreadAllocatedBytes() - bytes);
  }

  private static Effort of(int calls, long nanos, long bytes) {
    return new Effort(nanos / 1e6 / calls, bytes / 1e3 / calls);
  }

  /** One line for a person. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%.3f ms of the processor's a call, %,.0f kB allocated",
        processorMillis,
        kilobytes);
  }
}
