package io.shelfwise.standalone.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The rows of a table in a file, one at a time: a file of any size takes no more room than its
 * longest row.
 */
interface TableRows {
  /** How much of a file is looked at to tell what separates its cells. */
  int FIRST_LOOK = 1 << 16;

  /** Goes on to the next row; false if there is none. Empty lines are none. */
  boolean advance();

  /** How many cells the row has. */
  int cells();

  /** A cell of the row, from 0, without blanks around it. */
  String cell(int place);

  /** The line of the file in which the row ends, from 1. */
  long line();

  /** The rows of a file whose cells are separated in the given way, or in that which it shows. */
  static TableRows of(BufferedReader reader, Separator separator) {
    try {
      Separator known = separator == Separator.AUTO ? Separator.of(firstLine(reader)) : separator;
      return known == Separator.BLANKS
          ? new BlankSeparatedRows(reader)
          : new DelimitedRows(reader, known.character());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    reader.mark(FIRST_LOOK);
    char[] start = new char[FIRST_LOOK];
    int length = Math.max(reader.read(start), 0);
    reader.reset();
    return new String(start, 0, length).lines().filter(s -> !s.isBlank()).findFirst().orElse("");
  }
}
