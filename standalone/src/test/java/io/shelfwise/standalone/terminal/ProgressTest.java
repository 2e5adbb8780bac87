package io.shelfwise.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter shown = new StringWriter();

  @Test
  void withoutATerminalOneLineIsWrittenWhenTheWorkIsDone() {
    Progress progress = Progress.start(new PrintWriter(shown), false, "import");
    Progress.Part events = progress.part("events", 2_000);
    events.add(500);
    events.add(1_500);
    assertThat(shown.toString()).isEmpty();

    progress.close();
    progress.close();
    assertThat(shown.toString()).matches("  import +\\d+\\.\\d s  2,000 events\\R");
  }

  @Test
  void onATerminalABarIsDrawnOverItself() throws InterruptedException {
    Progress progress = Progress.start(new PrintWriter(shown), true, "import");
    progress.part("events", 100).add(50);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!shown.toString().contains(" 50 %") && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    progress.close();

    assertThat(shown.toString()).contains("████████████░░░░░░░░░░░░  50 %  50 events");
  }
}
