package io.shelfwise.value.numeric;

/**
 * The data do not determine a model. The message says why, in words for the shop; it is no defect,
 * and more data may mend it.
 */
public final class UnfitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The reason, as a sentence without its full stop. */
  public UnfitException(String reason) {
    super(reason, null, false, false);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
