package io.shelfwise.standalone.process;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * A secret in a file that only its owner can read; made of 256 random bits when it is first asked
 * for.
 *
 * @param path where it is
 */
record SecretFile(Path path) {
  private static final int BYTES = 32;

  /** The secret, in base64. */
  String read() {
    try {
      if (!Files.exists(path)) {
        make();
      }
      String secret = Files.readString(path).strip();
      if (secret.isEmpty()) {
        throw new CommandFailure(
            path + " is empty: put the secret back, or delete the file if it was never used");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file has its name only when the secret is in it, whenever we are killed. */
  private void make() throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, ownerOnly());
    Files.writeString(unfinished, random() + "\n", StandardOpenOption.SYNC);
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  /** Windows has no such permissions; there a user's folders are the user's own. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }
}
