package io.shelfwise.standalone.load;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table in CSV (RFC 4180), whose first row holds the columns' titles. */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<String, Integer> columns;

  /** What begins each message: which file it is, if that is known. */
  private final String where;

  private CsvRows(
      String where, CSVParser parser, Iterator<CSVRecord> records, Map<String, Integer> columns) {
    this.where = where;
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
    return open("", reader, dialect);
  }

  /**
   * Opens a table whose name is told with whatever is the matter with it.
   *
   * @throws CommandFailure if it cannot be read, has no titles, or not those that the dialect names
   */
  public static CsvRows open(InputFile file, Dialect dialect) {
    return open(file.path() + ": ", file.open(), dialect);
  }

  private static CsvRows open(String where, Reader reader, Dialect dialect) {
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
        throw new CommandFailure(where + "the file is empty (expected: the columns' titles)");
      }
      List<String> titles = records.next().toList();
      return new CsvRows(where, parser, records, columns(where, titles, dialect.titles()));
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure(where + "the table cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  private static Map<String, Integer> columns(
      String where, List<String> row, Map<String, String> titles) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      columns.putIfAbsent(row.get(i).strip(), i);
    }
    titles.forEach(
        (name, title) -> {
          Integer place = columns.get(title);
          if (place == null) {
            throw new CommandFailure(
                where
                    + "no column is called "
                    + title
                    + " (there are: "
                    + String.join(", ", row)
                    + ")");
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
    require(name -> "", names);
  }

  /**
   * The same for a command that has the option {@code --columns}, which is told of.
   *
   * @throws CommandFailure if one is not there
   */
  public void requireNameable(String... names) {
    require(name -> "; say which one it is with --columns " + name + "=TITLE", names);
  }

  private void require(UnaryOperator<String> advice, String... names) {
    for (String name : names) {
      if (!columns.containsKey(name)) {
        throw new CommandFailure(
            "%sthe first row has no column that is called %s%s (there are: %s)"
                .formatted(
                    where,
                    name,
                    advice.apply(name),
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
          where
              + "the table cannot be read after row "
              + parser.getRecordNumber()
              + ": "
              + FileTrouble.reason(e),
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
