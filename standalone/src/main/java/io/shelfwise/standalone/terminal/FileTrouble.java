package io.shelfwise.standalone.terminal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.zip.ZipException;

/** What is the matter with a file: many exceptions tell its name only, or nothing. */
public final class FileTrouble {
  private FileTrouble() {}

  /** In words that can follow a colon. */
  public static String reason(Exception trouble) {
    return switch (trouble) {
      case UncheckedIOException wrapped ->
          Optional.<Exception>ofNullable(wrapped.getCause())
              .map(FileTrouble::reason)
              .orElseGet(() -> told(wrapped));
      case NoSuchFileException _, FileNotFoundException _ -> "it is not there";
      case AccessDeniedException _ -> "there is no permission";
      case NotDirectoryException _ -> "it is no folder";
      case EOFException _ -> "it ends too early";
      case ZipException damage -> "it is not packed by gzip, or damaged: " + damage.getMessage();
      case FileSystemException system ->
          Optional.ofNullable(system.getReason()).orElseGet(system::toString);
      case IOException other -> told(other);
      default -> told(trouble);
    };
  }

  private static String told(Exception trouble) {
    return Optional.ofNullable(trouble.getMessage()).orElseGet(trouble::toString);
  }
}
