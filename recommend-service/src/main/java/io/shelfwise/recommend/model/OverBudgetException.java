package io.shelfwise.recommend.model;

/** A recommender did not come to an answer in the time that it was given. */
public final class OverBudgetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Costs no stack trace: it tells of time, not of code. */
  public OverBudgetException() {
    super("over budget", null, false, false);
  }
}
