package io.shelfwise.standalone.load;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a file that has one on each line, in the JSON form of protobuf. Empty lines count
 * and hold nothing.
 *
 * @param <T> the message
 */
public final class JsonLines<T extends Message> implements Iterator<Entry<T>> {
  private final BufferedReader reader;
  private final Supplier<Message.Builder> builder;
  private final Class<T> type;
  private long row;
  private @Nullable String ahead;

  /**
   * Reads lines.
   *
   * @param builder makes an empty message
   */
  public JsonLines(BufferedReader reader, Class<T> type, Supplier<Message.Builder> builder) {
    this.reader = reader;
    this.type = type;
    this.builder = builder;
    this.ahead = nextFull();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Entry<T> next() {
    String line = ahead;
    if (line == null) {
      throw new NoSuchElementException();
    }
    long here = row;
    ahead = nextFull();
    try {
      Message.Builder message = builder.get();
      JsonFormat.parser().merge(line, message);
      return new Entry.Good<>(here, type.cast(message.build()));
    } catch (InvalidProtocolBufferException e) {
      return new Entry.Bad<>(here, "not the JSON that is expected: " + e.getMessage());
    }
  }

  private @Nullable String nextFull() {
    try {
      String line;
      do {
        line = reader.readLine();
        row++;
      } while (line != null && line.isBlank());
      return line;
    } catch (IOException e) {
      throw new CommandFailure(
          "the file cannot be read after row " + row + ": " + FileTrouble.reason(e), e);
    }
  }
}
