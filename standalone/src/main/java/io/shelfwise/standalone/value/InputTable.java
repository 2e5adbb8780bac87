package io.shelfwise.standalone.value;

import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A table in a file whose columns are known: by their titles in the first row, or by their places.
 * Whatever is wrong with it is told with the file, the line and the column.
 */
final class InputTable implements AutoCloseable {
  private final Path path;
  private final BufferedReader reader;
  private final TableRows rows;
  private final Map<String, Integer> columns;
  private final boolean byPlace;
  private long rowNumber;

  private InputTable(
      Path path,
      BufferedReader reader,
      TableRows rows,
      Map<String, Integer> columns,
      boolean byPlace) {
    this.path = path;
    this.reader = reader;
    this.rows = rows;
    this.columns = columns;
    this.byPlace = byPlace;
  }

  /**
   * Opens a table.
   *
   * @param titles the title, or the place from 1, of columns by what they hold; further ones hold
   *     what their titles say
   * @throws CommandFailure if it cannot be read or lacks a column that is named
   */
  static InputTable open(Path path, Separator separator, Map<String, String> titles) {
    BufferedReader reader = new InputFile(path).open();
    try {
      TableRows rows = TableRows.of(reader, separator);
      if (!rows.advance()) {
        throw new CommandFailure(path + " is empty");
      }
      boolean byPlace =
          !titles.isEmpty()
              && titles.values().stream().allMatch(title -> title.matches("[1-9]\\d{0,3}"));
      return new InputTable(
          path,
          reader,
          rows,
          byPlace ? places(titles) : named(path, titles(rows), titles),
          byPlace);
    } catch (UncheckedIOException e) {
      throw unreadable(path, e);
    }
  }

  private static Map<String, Integer> places(Map<String, String> titles) {
    Map<String, Integer> columns = new HashMap<>();
    titles.forEach((name, place) -> columns.put(name, Integer.parseInt(place) - 1));
    return columns;
  }

  private static List<String> titles(TableRows rows) {
    return IntStream.range(0, rows.cells()).mapToObj(rows::cell).toList();
  }

  private static Map<String, Integer> named(
      Path path, List<String> row, Map<String, String> titles) {
    Map<String, Integer> columns = new HashMap<>();
    row.forEach(title -> columns.putIfAbsent(title, row.indexOf(title)));
    titles.forEach(
        (name, title) -> {
          if (!row.contains(title)) {
            throw new CommandFailure(
                "%s, line 1: no column is called %s (there are: %s)"
                    .formatted(path, title, String.join(", ", row)));
          }
          columns.put(name, row.indexOf(title));
        });
    return columns;
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /**
   * Whether the row is a first one that may hold titles: where columns are known by their places.
   */
  boolean mayBeTitles() {
    return byPlace && rowNumber == 1;
  }

  /** Goes on to the next row; false if there is none. */
  boolean advance() {
    try {
      rowNumber++;
      return (byPlace && rowNumber == 1) || rows.advance();
    } catch (UncheckedIOException e) {
      throw unreadable(path, e);
    }
  }

  /** Whether there is a column that holds this. */
  boolean has(String name) {
    return columns.containsKey(name);
  }

  /**
   * The place of the column that holds this.
   *
   * @throws CommandFailure if there is none
   */
  int column(String name) {
    Integer place = columns.get(name);
    if (place == null) {
      throw new CommandFailure(
          "%s: which column holds the %s? (say --columns %s=TITLE, or its place from 1 on)"
              .formatted(path, name, name));
    }
    return place;
  }

  /** As {@link #column}, of what need not be there. */
  OptionalInt optionalColumn(String name) {
    return has(name) ? OptionalInt.of(column(name)) : OptionalInt.empty();
  }

  /** A cell of the row; empty text if the row ends before it. */
  String text(int column) {
    return column < rows.cells() ? rows.cell(column) : "";
  }

  /** The number in a cell of the row, at least 0. */
  double amount(int column, String name) {
    double number = number(column, name);
    if (number < 0) {
      throw wrong(column, name, "a number, 0 or more");
    }
    return number;
  }

  /** The number in a cell of the row. */
  double number(int column, String name) {
    OptionalDouble number = TimeForm.NUMBER.read(text(column));
    if (number.isEmpty()) {
      throw wrong(column, name, "a number such as 12.50");
    }
    return number.getAsDouble();
  }

  /** Tells what is wrong with a cell of the row. */
  CommandFailure wrong(int column, String name, String expected) {
    String cell = text(column);
    return new CommandFailure(
        "%s, line %d, column %d (%s): %s (expected: %s)"
            .formatted(
                path, rows.line(), column + 1, name, cell.isEmpty() ? "nothing" : cell, expected));
  }

  /** Tells what is wrong with the row. */
  CommandFailure wrong(String reason) {
    return new CommandFailure("%s, line %d: %s".formatted(path, rows.line(), reason));
  }

  private static CommandFailure unreadable(Path path, UncheckedIOException e) {
    return new CommandFailure(path + " cannot be read: " + FileTrouble.reason(e), e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
