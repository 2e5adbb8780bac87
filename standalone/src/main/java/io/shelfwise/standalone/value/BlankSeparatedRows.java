package io.shelfwise.standalone.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Rows whose cells are separated by blanks, as in the data files of the literature. */
final class BlankSeparatedRows implements TableRows {
  private final BufferedReader reader;
  private final List<String> cells = new ArrayList<>();
  private long line;

  BlankSeparatedRows(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean advance() {
    cells.clear();
    while (cells.isEmpty()) {
      String text = readLine();
      if (text == null) {
        return false;
      }
      line++;
      StringTokenizer tokens = new StringTokenizer(text);
      while (tokens.hasMoreTokens()) {
        cells.add(tokens.nextToken());
      }
    }
    return true;
  }

  private @Nullable String readLine() {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int cells() {
    return cells.size();
  }

  @Override
  public String cell(int place) {
    return cells.get(place);
  }

  @Override
  public long line() {
    return line;
  }
}
