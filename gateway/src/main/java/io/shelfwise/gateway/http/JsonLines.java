package io.shelfwise.gateway.http;

import io.shelfwise.rpc.ApiException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body, one at a time: no more than one is held. Empty lines are passed over, and
 * counted.
 */
final class JsonLines {
  private static final int BUFFER = 1 << 16;

  private final InputStream bytes;
  private final int longest;
  private int number;

  /**
   * The lines of a body.
   *
   * @param longest how many bytes a line may have
   */
  JsonLines(InputStream bytes, int longest) {
    this.bytes = new BufferedInputStream(bytes, BUFFER);
    this.longest = longest;
  }

  /** What the line that was read last is called in an error; the first is {@code line 1}. */
  String where() {
    return "line " + number;
  }

  /**
   * The next line that is not empty; null after the last.
   *
   * @throws ApiException INVALID_ARGUMENT if the line is too long or not UTF-8
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    do {
      line.reset();
      number++;
      for (next = bytes.read(); next >= 0 && next != '\n'; next = bytes.read()) {
        if (line.size() == longest) {
          throw ApiException.invalid(where(), "have at most " + longest + " bytes");
        }
        line.write(next);
      }
      String text = RequestBody.utf8(line.toByteArray(), where());
      if (!text.isBlank()) {
        return text;
      }
    } while (next >= 0);
    return null;
  }
}
