package io.shelfwise.standalone.load;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file to read, in UTF-8, packed by gzip if its name ends in {@code .gz}.
 *
 * @param path where it is
 */
public record InputFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** How a file can be written. */
  public enum Format {
    /** A table with titles. */
    CSV,
    /** A message in JSON on each line. */
    JSONL
  }

  /**
   * Opens the file at its first character.
   *
   * @throws CommandFailure if there is none, or it cannot be read
   */
  public BufferedReader open() {
    try {
      InputStream bytes = Files.newInputStream(path);
      InputStream plain = name().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
      var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      throw new CommandFailure("the file " + path + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  /**
   * The format that the name tells.
   *
   * @throws CommandFailure if it tells none
   */
  public Format format() {
    String bare = name().replaceFirst("\\.gz$", "");
    if (bare.endsWith(".csv") || bare.endsWith(".tsv")) {
      return Format.CSV;
    }
    if (bare.endsWith(".jsonl") || bare.endsWith(".ndjson")) {
      return Format.JSONL;
    }
    throw new CommandFailure(
        path + ": the name does not tell the format; say --format csv or --format jsonl");
  }

  private String name() {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
