package io.shelfwise.standalone.load;

/**
 * A row that was not taken.
 *
 * @param row the row, from 1
 * @param reason why
 */
public record Rejection(long row, String reason) {
  @Override
  public String toString() {
    return "row " + row + ": " + reason;
  }
}
