package io.shelfwise.standalone.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that a command writes whole or not at all: what was there before remains until all of it
 * is written beside it.
 *
 * <p>What is no file of a folder, such as a pipe, has nothing that could be kept: it is written to
 * as it is.
 *
 * @param path where it is, or will be
 */
public record OutputFile(Path path) {
  /** Writes what is in the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the content. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * The file that an option names. It is looked at now whether it can be written, so that nobody
   * learns after long work that it cannot.
   *
   * @throws CommandFailure if it cannot
   */
  public static OutputFile of(String option, Path path) {
    Path folder = folder(target(path));
    if (!Files.isDirectory(folder)) {
      throw refused(option, path, "a file in a folder that is there; " + folder + " is not");
    }
    if (Files.isDirectory(path)) {
      throw refused(option, path, "a file, not a folder");
    }
    if (!Files.isWritable(Files.exists(path) && !isReplaceable(path) ? path : folder)) {
      throw refused(option, path, "a place where you may write");
    }
    return new OutputFile(path);
  }

  private static CommandFailure refused(String option, Path path, String expected) {
    return new CommandFailure("%s: %s (expected: %s)".formatted(option, path, expected));
  }

  /**
   * Writes the file.
   *
   * @throws CommandFailure if that does not succeed; a file that was there is as it was
   */
  public void write(Content content) {
    try {
      if (Files.exists(path) && !isReplaceable(path)) {
        write(path, content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw new CommandFailure(path + " cannot be written: " + FileTrouble.reason(e), e);
    }
  }

  private void replace(Content content) throws IOException {
    Path target = target(path);
    Path draft = Files.createFile(draft(target));
    try {
      write(draft, content);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Beside its place, and like no other: another process may be writing the same file. */
  private static Path draft(Path target) {
    return target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".draft");
  }

  /** Where it is written, through links, which remain. */
  private static Path target(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      // It has gone since, and is made anew.
      return path;
    }
  }

  private static void write(Path to, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      content.write(out);
    }
  }

  private static boolean isReplaceable(Path path) {
    return Files.isRegularFile(path);
  }

  private static Path folder(Path path) {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
  }
}
