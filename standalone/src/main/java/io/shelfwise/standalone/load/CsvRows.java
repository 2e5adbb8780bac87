package io.shelfwise.standalone.load;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table in CSV (RFC 4180), whose first row holds the columns' titles. */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<String, Integer> columns;

  private CsvRows(CSVParser parser, Iterator<CSVRecord> records, Map<String, Integer> columns) {
    this.parser = parser;
    this.records = records;
    this.columns = columns;
  }

  /**
   * How a table differs from the one that is expected.
   *
   * @param delimiter what stands between cells
   * @param titles the title that a column bears in the file, by the name it is expected under
   */
  public record Dialect(char delimiter, Map<String, String> titles) {
    /** Commas, and the titles that are expected. */
    public static final Dialect PLAIN = new Dialect(',', Map.of());

    public Dialect {
      titles = Map.copyOf(titles);
    }
  }

  /**
   * Opens a table.
   *
   * @throws CommandFailure if it has no titles, or not those that the dialect names
   */
  public static CsvRows open(Reader reader, Dialect dialect) {
    try {
      CSVParser parser =
          CSVParser.builder()
              .setReader(reader)
              .setFormat(
                  CSVFormat.RFC4180
                      .builder()
                      .setDelimiter(dialect.delimiter())
                      .setIgnoreEmptyLines(true)
                      .get())
              .get();
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new CommandFailure("the file is empty (expected: the columns' titles)");
      }
      return new CsvRows(parser, records, columns(records.next().toList(), dialect.titles()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> columns(List<String> row, Map<String, String> titles) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      columns.putIfAbsent(row.get(i).strip(), i);
    }
    titles.forEach(
        (name, title) -> {
          Integer place = columns.get(title);
          if (place == null) {
            throw new CommandFailure(
                "no column is called " + title + " (there are: " + String.join(", ", row) + ")");
          }
          columns.put(name, place);
        });
    return Map.copyOf(columns);
  }

  /**
   * Makes sure that columns are there without which no row can be read.
   *
   * @throws CommandFailure if one is not
   */
  public void require(String... names) {
    for (String name : names) {
      if (!columns.containsKey(name)) {
        throw new CommandFailure(
            "no column is called %s; say which one it is with --columns %s=TITLE (there are: %s)"
                .formatted(
                    name,
                    name,
                    columns.keySet().stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new CommandFailure(
          "the table cannot be read after row " + parser.getRecordNumber() + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public CsvRow next() {
    CSVRecord cells = records.next();
    return new CsvRow(cells.getRecordNumber(), cells.toList(), columns);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
