package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.SurveyReply;
import io.shelfwise.value.history.StoreAnswers.Question;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAnswersTest {
  private static final Question WISH = new Question("spring", "wish");

  private final StoreAnswers answers = new StoreAnswers();

  @Test
  void theLatestAnswerCountsInWhateverOrderTheyCome() {
    answer("ann", 3, "wish", new SurveyReply.Choice("cups"));
    answer("ann", 1, "wish", new SurveyReply.Choice("pots"));
    answer("bob", 1, "wish", new SurveyReply.Choice("pots"));
    answer("bob", 1, "wish", new SurveyReply.Choice("lamps"));

    assertThat(replies(answers, WISH))
        .isEqualTo(
            Map.of("ann", new SurveyReply.Choice("cups"), "bob", new SurveyReply.Choice("lamps")));
  }

  @Test
  void questionsAreApart() {
    answer("ann", 1, "wish", new SurveyReply.Words());
    answer("ann", 1, "likely", new SurveyReply.Figure(9));

    assertThat(answers.questions())
        .containsExactlyInAnyOrder(WISH, new Question("spring", "likely"));
    assertThat(replies(answers, WISH)).isEqualTo(Map.of("ann", new SurveyReply.Words()));
    assertThat(replies(answers, new Question("spring", "other"))).isEmpty();
  }

  @Test
  void tooManyChoicesAreTakenTogether() {
    for (int i = 0; i < StoreAnswers.MOST_CHOICES + 2; i++) {
      answer("customer-" + i, 1, "wish", new SurveyReply.Choice("choice " + i));
    }

    assertThat(replies(answers, WISH))
        .containsEntry(
            "customer-" + (StoreAnswers.MOST_CHOICES - 1),
            new SurveyReply.Choice("choice " + (StoreAnswers.MOST_CHOICES - 1)))
        .containsEntry(
            "customer-" + StoreAnswers.MOST_CHOICES, new SurveyReply.Choice(StoreAnswers.OTHER))
        .containsEntry(
            "customer-" + (StoreAnswers.MOST_CHOICES + 1),
            new SurveyReply.Choice(StoreAnswers.OTHER));
  }

  @Test
  void tooManyQuestionsAreNotKept() {
    for (int i = 0; i <= StoreAnswers.MOST_QUESTIONS; i++) {
      answer("ann", 1, "question-" + i, new SurveyReply.Figure(i));
    }

    assertThat(answers.questions()).hasSize(StoreAnswers.MOST_QUESTIONS);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    answer("ann", 3, "wish", new SurveyReply.Choice("cups"));
    answer("bob", 1, "wish", new SurveyReply.Words());
    answer("ann", 1, "likely", new SurveyReply.Figure(9));

    assertThat(writtenAndRead()).usingRecursiveComparison().isEqualTo(answers);
  }

  /** They are read in another order than they came: those taken together may be the first. */
  @Test
  void choicesTakenTogetherDisplaceNoneWhenTheyAreRead() throws IOException {
    for (int i = 0; i < StoreAnswers.MOST_CHOICES + 30; i++) {
      answer("customer-" + i, 1, "wish", new SurveyReply.Choice("choice " + i));
    }

    StoreAnswers read = writtenAndRead();

    assertThat(replies(read, WISH)).isEqualTo(replies(answers, WISH));
    assertThat(replies(read, WISH).values())
        .filteredOn(new SurveyReply.Choice(StoreAnswers.OTHER)::equals)
        .hasSize(30);
  }

  private StoreAnswers writtenAndRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    answers.write(new DataOutputStream(bytes));
    return StoreAnswers.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private void answer(String customer, long time, String question, SurveyReply reply) {
    answers.apply(new CustomerEvent.Answer("demo", customer, time, "spring", question, reply));
  }

  private static Map<String, SurveyReply> replies(StoreAnswers answers, Question question) {
    Map<String, SurveyReply> replies = new HashMap<>();
    answers.forEach(question, replies::put);
    return replies;
  }
}
