package io.shelfwise.recommend.model;

/** There was enough to learn from, and a trainer made nothing of it with the settings it has. */
public final class NothingLearnedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** Says what came to nothing, and what should be otherwise. */
  public NothingLearnedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What came to nothing, and what should be otherwise. */
  public String reason() {
    return reason;
  }
}
