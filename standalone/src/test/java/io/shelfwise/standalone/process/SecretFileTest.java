package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path folder;

  @Test
  void aSecretIsMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException {
    SecretFile file = new SecretFile(folder.resolve("access-key"));
    String secret = file.read();

    assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
    assertThat(file.read()).isEqualTo(secret);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file.path()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void whatAKilledRunLeftUnfinishedIsMadeAnew() throws IOException {
    Files.writeString(folder.resolve("access-key.new"), "half");
    SecretFile file = new SecretFile(folder.resolve("access-key"));

    assertThat(Base64.getDecoder().decode(file.read())).hasSize(32);
    assertThat(folder.resolve("access-key.new")).doesNotExist();
  }

  @Test
  void anEmptyFileIsNoSecret() throws IOException {
    Path empty = Files.createFile(folder.resolve("access-key"));
    assertThatThrownBy(() -> new SecretFile(empty).read())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(empty + " is empty");
  }

  @Test
  void noTwoAreTheSame() {
    assertThat(new SecretFile(folder.resolve("one")).read())
        .isNotEqualTo(new SecretFile(folder.resolve("other")).read());
  }
}
