package io.shelfwise.recommend.filter;

/** A text that is no filter, as its writer can be told. */
public final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong.
   *
   * @param position at which character, counted from 1
   * @param expected what should be there
   */
  FilterException(int position, String expected) {
    super("have " + expected + " at character " + position, null, false, false);
  }

  /** What a filter must do, so that "filter must …" is a sentence. */
  public String rule() {
    return String.valueOf(getMessage());
  }
}
