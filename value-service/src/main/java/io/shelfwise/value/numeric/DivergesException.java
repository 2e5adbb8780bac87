package io.shelfwise.value.numeric;

/**
 * What was asked for is infinite. The message says why, in words for the shop; it is no defect, and
 * a discount or an end mends it.
 */
public final class DivergesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The reason, as a sentence without its full stop. */
  public DivergesException(String reason) {
    super(reason, null, false, false);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
