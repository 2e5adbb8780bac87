package io.shelfwise.standalone.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Who used the processor's time in a process that both asks and answers, in nanoseconds: told by
 * the names of its threads.
 *
 * @param answering the threads that carry the virtual ones, on which servers answer
 * @param network gRPC's event loops, which callers and servers have in common
 * @param asking all other threads of Java's: of a bench, those that ask and read the answers
 * @param machine the JVM's own: its compiler and its collector
 */
record ProcessorUse(long answering, long network, long asking, long machine) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** So far, of the threads that there are now. */
  static ProcessorUse now() {
    long whole = Runs.processorNanos();
    long answering = 0;
    long network = 0;
    long asking = 0;
    for (long id : THREADS.getAllThreadIds()) {
      ThreadInfo thread = THREADS.getThreadInfo(id);
      long nanos = THREADS.getThreadCpuTime(id);
      // One that has ended meanwhile is not told.
      if (thread == null || nanos < 0) {
        continue;
      }
      if (thread.getThreadName().startsWith("ForkJoinPool-")) {
        answering += nanos;
      } else if (thread.getThreadName().startsWith("grpc-default-worker-")) {
        network += nanos;
      } else {
        asking += nanos;
      }
    }
    return new ProcessorUse(answering, network, asking, whole - answering - network - asking);
  }

  /** What was used since then. */
  ProcessorUse since(ProcessorUse earlier) {
    return new ProcessorUse(
        answering - earlier.answering,
        network - earlier.network,
        asking - earlier.asking,
        machine - earlier.machine);
  }

  /** One line for a person, of a call on average. */
  String summary(int calls) {
    return String.format(
        Locale.ROOT,
        "answering %.2f ms, the network of both %.2f ms, asking and reading %.2f ms, the JVM's compiler and collector"
            + " %.2f ms",
        answering / 1e6 / calls,
        network / 1e6 / calls,
        asking / 1e6 / calls,
        machine / 1e6 / calls);
  }
}
