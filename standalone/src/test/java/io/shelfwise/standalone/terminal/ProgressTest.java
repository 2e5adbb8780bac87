package io.shelfwise.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
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
    CountDownLatch drawn = new CountDownLatch(1);
    StringWriter screen =
        new StringWriter() {
          @Override
          public void flush() {
            if (toString().contains("████████████░░░░░░░░░░░░  50 %  50 events")) {
              drawn.countDown();
            }
          }
        };
    try (Progress progress = Progress.start(new PrintWriter(screen), true, "import")) {
      progress.part("events", 100).add(50);

      assertThat(drawn.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
