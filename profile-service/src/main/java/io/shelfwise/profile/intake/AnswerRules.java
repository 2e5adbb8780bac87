package io.shelfwise.profile.intake;

import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;

/** What an answer to a question of a survey may be. */
final class AnswerRules {
  /** Far beyond any scale, and small enough for sums of squares to be exact enough. */
  private static final double LARGEST_NUMBER = 1e12;

  private static final int LONGEST_CHOICE = 128;
  private static final int LONGEST_TEXT = 10_000;

  private AnswerRules() {}

  static void check(String path, SurveyAnswer answer) {
    id(path + ".survey", answer.getSurvey());
    id(path + ".question", answer.getQuestion());
    switch (answer.getAnswerCase()) {
      case NUMBER -> number(path + ".number", answer.getNumber());
      case CHOICE -> words(LONGEST_CHOICE, path + ".choice", answer.getChoice());
      case TEXT -> words(LONGEST_TEXT, path + ".text", answer.getText());
      case ANSWER_NOT_SET ->
          throw ApiException.invalid(path + ".answer", "be one of number, choice, text");
    }
  }

  private static void id(String field, String id) {
    if (!ResourceName.isId(id)) {
      throw ApiException.invalid(field, "be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
  }

  private static void number(String field, double number) {
    // Not a number is outside too.
    if (!(Math.abs(number) <= LARGEST_NUMBER)) {
      throw ApiException.invalid(field, "be from -1e12 to 1e12");
    }
  }

  private static void words(int most, String field, String words) {
    if (words.isEmpty()) {
      throw ApiException.invalid(field, "be 1 to " + most + " characters long");
    }
    Texts.atMost(most, field, words);
  }
}
