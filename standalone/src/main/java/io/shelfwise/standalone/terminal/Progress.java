package io.shelfwise.standalone.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Tells how far a piece of work is: on a terminal as a bar that is drawn over itself, elsewhere (a
 * log, a pipe) as one line when it is done.
 *
 * <p>Work has parts that go on side by side; each counts what is done of it.
 */
public final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final int BAR = 24;
  private static final String CLEAR_LINE = "\r\033[2K";

  /** A part of the work. Its count may be raised from any thread. */
  public static final class Part {
    private final String what;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    private Part(String what, long total) {
      this.what = what;
      this.total = total;
    }

    /** Counts further ones as done. */
    public void add(long more) {
      done.addAndGet(more);
    }

    private double share() {
      return total == 0 ? 1 : Math.min(1, (double) done.get() / total);
    }

    private String text() {
      return String.format("%,d %s", done.get(), what);
    }
  }

  private final PrintWriter out;
  private final boolean terminal;
  private final String title;
  private final List<Part> parts = new ArrayList<>();
  private final long start = System.nanoTime();
  private Thread painter = Thread.ofVirtual().unstarted(this::paint);
  private volatile boolean closed;

  private Progress(PrintWriter out, boolean terminal, String title) {
    this.out = out;
    this.terminal = terminal;
    this.title = title;
  }

  /**
   * Begins to tell.
   *
   * @param terminal whether {@code out} is a terminal, on which a line can be drawn over
   */
  public static Progress start(PrintWriter out, boolean terminal, String title) {
    Progress progress = new Progress(out, terminal, title);
    if (terminal) {
      progress.painter.start();
    }
    return progress;
  }

  /** Adds a part of which so many are to do. */
  public synchronized Part part(String what, long total) {
    Part part = new Part(what, total);
    parts.add(part);
    return part;
  }

  private void paint() {
    while (!closed) {
      draw();
      try {
        Thread.sleep(REDRAW);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void draw() {
    if (!closed) {
      out.print(CLEAR_LINE + "  " + title + bar() + counts());
      out.flush();
    }
  }

  /**
   * The share of the whole is the mean of the parts' shares, weighted by how much there is of each.
   */
  private String bar() {
    double total = parts.stream().mapToLong(part -> part.total).sum();
    if (total == 0) {
      return " …";
    }
    double share = parts.stream().mapToDouble(part -> part.share() * part.total).sum() / total;
    int full = (int) (share * BAR);
    return String.format(
        " %s%s %3.0f %%", "█".repeat(full), "░".repeat(BAR - full), Math.floor(100 * share));
  }

  private synchronized String counts() {
    return parts.isEmpty()
        ? ""
        : parts.stream().map(Part::text).collect(Collectors.joining(", ", "  ", ""));
  }

  /** Ends: what was done, and how long it took. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    painter.interrupt();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf("%s  %-22s %5.1f s%s%n", terminal ? CLEAR_LINE : "", title, seconds, counts());
    out.flush();
  }
}
