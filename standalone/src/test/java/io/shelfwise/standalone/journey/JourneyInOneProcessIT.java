package io.shelfwise.standalone.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The journey with all services in one process, as the demo runs them. */
final class JourneyInOneProcessIT extends Journey<OneProcess> {
  JourneyInOneProcessIT() throws IOException {
    super(new OneProcess(Files.createTempDirectory(Path.of("target"), "journey")), new SmallShop());
  }
}
