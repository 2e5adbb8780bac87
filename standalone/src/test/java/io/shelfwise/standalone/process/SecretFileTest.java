package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

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
  void noTwoAreTheSame() {
    assertThat(new SecretFile(folder.resolve("one")).read())
        .isNotEqualTo(new SecretFile(folder.resolve("other")).read());
  }
}
