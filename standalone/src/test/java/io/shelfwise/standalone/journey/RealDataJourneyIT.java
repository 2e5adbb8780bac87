package io.shelfwise.standalone.journey;

import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.onlineretail.OnlineRetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;

/** The journey on the complete Online Retail file. */
@Tag("real-data")
final class RealDataJourneyIT extends Journey<OneProcess> {
  RealDataJourneyIT() throws IOException {
    super(
        new OneProcess(Files.createTempDirectory(Path.of("target"), "journey")),
        OnlineRetail.read(
            new InputFile(
                Path.of(
                    System.getProperty("shelfwise.data"), "online-retail", "online-retail.csv.gz")),
            "demo",
            OnlineRetail.Times.SHIFT_TO_NOW,
            Instant.now()));
  }
}
