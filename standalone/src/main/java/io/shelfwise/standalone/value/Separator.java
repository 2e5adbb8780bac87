package io.shelfwise.standalone.value;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands between the cells of a row. */
enum Separator {
  /** That which the first line shows. */
  AUTO('\0'),
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  BAR('|'),
  /** Any number of blanks and tabs, at the beginning of a line too. */
  BLANKS(' ');

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }

  /** The one that a line has most of; blanks if it has none of the others. */
  static Separator of(String line) {
    return Stream.of(COMMA, SEMICOLON, TAB, BAR)
        .filter(separator -> separator.count(line) > 0)
        .max(Comparator.comparingLong(separator -> separator.count(line)))
        .orElse(BLANKS);
  }

  private long count(String line) {
    return line.chars().filter(c -> c == character).count();
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
