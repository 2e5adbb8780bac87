package io.shelfwise.standalone.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who has used the processor so far in a process that both asks and answers, told by the names of
 * its threads.
 */
final class ProcessorUse {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long whole = Runs.processorNanos();
  private final Map<Long, Used> threads = new HashMap<>();

  private ProcessorUse() {
    for (long id : THREADS.getAllThreadIds()) {
      ThreadInfo thread = THREADS.getThreadInfo(id);
      long nanos = THREADS.getThreadCpuTime(id);
      // A thread may end meanwhile, before or after it has told its name.
      if (thread != null && nanos >= 0) {
        threads.put(id, new Used(thread.getThreadName(), nanos));
      }
    }
  }

  private record Used(String thread, long nanos) {}

  /** Until now. */
  static ProcessorUse now() {
    return new ProcessorUse();
  }

  /**
   * One line for a person: what was used since then, of a call on average. What is no Java thread's
   * is the JVM's own, and, though it is not, that of a thread which has ended.
   */
  String since(ProcessorUse earlier, int calls) {
    // Servers answer on virtual threads, which the first carry; callers share the second.
    Predicate<String> answering = thread -> thread.startsWith("ForkJoinPool-");
    Predicate<String> network = thread -> thread.startsWith("grpc-default-worker-");
    return String.format(
        Locale.ROOT,
        "answering %.2f ms, the network of both %.2f ms, asking, reading and all else %.2f ms,"
            + " the JVM's compiler and collector %.2f ms",
        nanos(earlier, answering) / 1e6 / calls,
        nanos(earlier, network) / 1e6 / calls,
        nanos(earlier, answering.or(network).negate()) / 1e6 / calls,
        (whole - earlier.whole - nanos(earlier, _ -> true)) / 1e6 / calls);
  }

  private long nanos(ProcessorUse earlier, Predicate<String> whose) {
    return threads.entrySet().stream()
        .filter(thread -> whose.test(thread.getValue().thread()))
        .mapToLong(
            thread -> {
              Used before = earlier.threads.get(thread.getKey());
              return thread.getValue().nanos() - (before == null ? 0 : before.nanos());
            })
        .sum();
  }
}
