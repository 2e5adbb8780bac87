package io.shelfwise.standalone.evaluate;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.nio.file.Path;

/**
 * Where something is written in a file.
 *
 * @param file which
 * @param number of the line, from 1
 */
record DataLine(Path file, int number) {
  /** The end of the year 2999. */
  private static final long LAST_SECOND = 32_503_679_999L;

  private static final int SECONDS_A_MINUTE = 60;

  /** A number more than 0. */
  double positive(String field, String cell) {
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw wrong(field, cell, "a number more than 0");
    }
    if (!(number > 0 && Double.isFinite(number))) {
      throw wrong(field, cell, "a number more than 0");
    }
    return number;
  }

  /** A time in seconds since 1970, in minutes; 0 if nothing is written. */
  int minute(String field, String cell) {
    if (cell.isEmpty()) {
      return 0;
    }
    double seconds = positive(field, cell);
    if (seconds > LAST_SECOND) {
      throw wrong(field, cell, "seconds since 1970, not thousandths of them");
    }
    return (int) (seconds / SECONDS_A_MINUTE);
  }

  /** What has to be written. */
  String required(String field, String cell) {
    if (cell.isEmpty()) {
      throw wrong(field, cell, "a value");
    }
    return cell;
  }

  /** That a field holds something else than is expected. */
  CommandFailure wrong(String field, String found, String expected) {
    return new CommandFailure(
        "%s: %s: %s (expected: %s)"
            .formatted(this, field, found.isEmpty() ? "nothing" : found, expected));
  }

  @Override
  public String toString() {
    return "%s, line %d".formatted(file, number);
  }
}
