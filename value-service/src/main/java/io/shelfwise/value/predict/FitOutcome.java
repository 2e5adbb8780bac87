package io.shelfwise.value.predict;

/** What became of a fit. */
public sealed interface FitOutcome {
  /** There are models. */
  record Fitted(ValueModels models) implements FitOutcome {}

  /**
   * The data did not suffice.
   *
   * @param reason why, as a sentence without its full stop
   */
  record Refused(String reason) implements FitOutcome {}
}
