package io.shelfwise.standalone.load;

/** A row that cannot be read; the message names the column and what was expected. */
final class RowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RowException(String message) {
    super(message, null, false, false);
  }

  /** What a column should have held. */
  static RowException in(String column, String value, String expected) {
    return new RowException(column + ": " + value + " (expected: " + expected + ")");
  }
}
