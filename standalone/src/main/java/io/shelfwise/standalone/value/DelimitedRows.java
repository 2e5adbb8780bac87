package io.shelfwise.standalone.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows in CSV (RFC 4180) or with another character between their cells. */
final class DelimitedRows implements TableRows {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private @Nullable CSVRecord row;

  DelimitedRows(BufferedReader reader, char delimiter) throws IOException {
    parser =
        CSVParser.builder()
            .setReader(reader)
            .setFormat(
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get())
            .get();
    records = parser.iterator();
  }

  @Override
  public boolean advance() {
    try {
      row = records.hasNext() ? records.next() : null;
      return row != null;
    } catch (IllegalStateException e) {
      throw new UncheckedIOException(new IOException("a quote is never closed", e));
    }
  }

  @Override
  public int cells() {
    return row().size();
  }

  @Override
  public String cell(int place) {
    return row().get(place).strip();
  }

  @Override
  public long line() {
    return parser.getCurrentLineNumber();
  }

  private CSVRecord row() {
    if (row == null) {
      throw new IllegalStateException("there is no row (expected: advance() before it is read)");
    }
    return row;
  }
}
