package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void aFolderIsForOneAtATime() throws IOException {
    Path data = folder.resolve("data");
    try (DataDirectory mine = DataDirectory.keep(data)) {
      assertThatThrownBy(() -> DataDirectory.keep(mine.path()))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("is in use by another shelfwise");
      Files.writeString(mine.resolve("kept"), "");
    }
    try (DataDirectory again = DataDirectory.keep(data)) {
      assertThat(again.resolve("kept")).exists();
    }
  }

  @Test
  void aFolderForOneRunIsGoneAfterIt() throws IOException {
    DataDirectory passing = DataDirectory.forThisRun();
    Files.createDirectories(passing.resolve("deep/deeper"));
    Files.writeString(passing.resolve("deep/deeper/file"), "");
    passing.close();

    assertThat(passing.path()).doesNotExist();
  }
}
