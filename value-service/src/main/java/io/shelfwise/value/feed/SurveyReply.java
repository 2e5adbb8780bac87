package io.shelfwise.value.feed;

/** The answer to a question. Words are not kept: they can be counted only, and may be personal. */
public sealed interface SurveyReply {
  /** A number, such as 0 to 10. */
  record Figure(double value) implements SurveyReply {}

  /** One of the answers that were offered. */
  record Choice(String choice) implements SurveyReply {}

  /** Words of the customer's own. */
  record Words() implements SurveyReply {}
}
