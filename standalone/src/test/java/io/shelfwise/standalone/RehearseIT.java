package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RehearseIT {
  /** Nobody would see that it fails: starts would be slower, and nothing else. */
  @Test
  @Timeout(300)
  void theDemoCanBeRehearsed() {
    assertThat(Shelfwise.commandLine().execute("rehearse")).isZero();
  }
}
