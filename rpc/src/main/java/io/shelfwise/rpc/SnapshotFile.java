package io.shelfwise.rpc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that keeps what can also be made anew: written whole or not at all, and refused when it is
 * damaged or of another format.
 *
 * <p>The file is a magic number, the format's version, the content, and a CRC-32C of all before it.
 * It is written beside its place, forced to disk and moved there, so that a reader never sees half
 * of it.
 *
 * @param path where it is
 * @param version the format's version; a file of another version is refused
 */
public record SnapshotFile(Path path, int version) {
  private static final Logger log = LoggerFactory.getLogger(SnapshotFile.class);
  private static final int MAGIC = 0x5368_656c; // "Shel"
  private static final int BUFFER = 1 << 16;

  /** Writes a snapshot's content. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the content. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads a snapshot's content, all of it. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads the content. */
    T read(DataInputStream in) throws IOException;
  }

  /** Puts a new snapshot in the place of the old one. */
  public void write(Writer writer) {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel file =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        CheckedOutputStream checked = new CheckedOutputStream(buffered, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(version);
        writer.write(out);
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
        file.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The snapshot; empty when there is none that can be used, which is logged unless there is no
   * file at all.
   */
  public <T> Optional<T> read(Reader<T> reader) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      if (!isWhole()) {
        log.warn("snapshot {} is damaged or of another format; it is made anew", path);
        return Optional.empty();
      }
      try (DataInputStream in = new DataInputStream(open())) {
        in.skipNBytes(2L * Integer.BYTES);
        return Optional.of(reader.read(in));
      }
    } catch (IOException | RuntimeException e) {
      // What it says may make no sense although it is whole, if its format changed unnoticed.
      log.warn("snapshot {} cannot be read; it is made anew", path, e);
      return Optional.empty();
    }
  }

  private boolean isWhole() throws IOException {
    long content = Files.size(path) - Long.BYTES;
    if (content < 2L * Integer.BYTES) {
      return false;
    }
    CheckedInputStream checked = new CheckedInputStream(open(), new CRC32C());
    try (DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC || in.readInt() != version) {
        return false;
      }
      in.skipNBytes(content - 2L * Integer.BYTES);
      return checked.getChecksum().getValue() == in.readLong();
    }
  }

  private InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), BUFFER);
  }
}
