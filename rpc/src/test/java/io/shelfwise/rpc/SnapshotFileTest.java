package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  @TempDir Path directory;
  private SnapshotFile file;

  @BeforeEach
  void aFileInAFolderThatIsNotThereYet() {
    file = new SnapshotFile(directory.resolve("models/popular"), 1);
  }

  @Test
  void whatWasWrittenIsRead() {
    file.write(out -> out.writeUTF("first"));
    file.write(out -> out.writeUTF("second"));
    assertThat(file.read(in -> in.readUTF())).contains("second");
  }

  @Test
  void noFileIsNoSnapshot() {
    assertThat(file.read(in -> in.readUTF())).isEmpty();
  }

  @Test
  void aWriteThatBreaksOffLeavesTheOldOne() {
    file.write(out -> out.writeUTF("whole"));
    assertThatThrownBy(
            () ->
                file.write(
                    out -> {
                      out.writeUTF("half");
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(file.read(in -> in.readUTF())).contains("whole");
  }

  @Test
  void everySingleDamagedByteIsNoticed() throws IOException {
    file.write(out -> out.writeUTF("precious"));
    byte[] whole = Files.readAllBytes(file.path());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file.path(), damaged);
      assertThat(file.read(in -> in.readUTF())).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void aFileCutShortIsNoticed() throws IOException {
    file.write(out -> out.writeUTF("precious"));
    byte[] whole = Files.readAllBytes(file.path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file.path(), java.util.Arrays.copyOf(whole, length));
      assertThat(file.read(in -> in.readUTF())).as("length %d", length).isEmpty();
    }
  }

  @Test
  void anotherFormatIsRefused() {
    file.write(out -> out.writeUTF("old"));
    assertThat(new SnapshotFile(file.path(), 2).read(in -> in.readUTF())).isEmpty();
  }
}
