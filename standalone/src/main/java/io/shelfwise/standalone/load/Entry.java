package io.shelfwise.standalone.load;

/**
 * What a row of a file came to.
 *
 * @param <T> what the file holds
 */
public sealed interface Entry<T> {
  /** The row, from 1; in a table, where the titles stand in row 1, as a spreadsheet counts. */
  long row();

  /**
   * Something to send.
   *
   * @param row the row it begins in
   * @param value what is sent
   */
  record Good<T>(long row, T value) implements Entry<T> {}

  /**
   * Something that cannot be sent.
   *
   * @param row the row
   * @param reason why
   */
  record Bad<T>(long row, String reason) implements Entry<T> {}
}
