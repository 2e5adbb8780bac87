package io.shelfwise.value.demand;

import io.shelfwise.value.feed.SurveyReply;
import io.shelfwise.value.history.StoreAnswers;
import io.shelfwise.value.history.StoreAnswers.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * The answers of a group of customers to one question; of each customer the latest counts.
 *
 * @param question the question
 * @param answers how many of the customers answered
 * @param numbers the answers that are numbers, summed up
 * @param choices how often each choice was made, by the choice
 * @param words how many answered in words
 */
public record QuestionDemand(
    Question question, long answers, NumberSummary numbers, Map<String, Long> choices, long words) {
  public QuestionDemand {
    choices = Map.copyOf(choices);
  }

  /**
   * What a group answered, question by question in the order of their ids, without the questions
   * that nobody of it answered.
   *
   * @param answers the store's answers
   * @param member whether a customer is of the group
   * @param asked whether a question is of interest
   */
  public static List<QuestionDemand> of(
      StoreAnswers answers, Predicate<String> member, Predicate<Question> asked) {
    return answers.questions().stream()
        .filter(asked)
        .sorted(Comparator.comparing(Question::survey).thenComparing(Question::question))
        .map(question -> of(answers, question, member))
        .filter(demand -> demand.answers() > 0)
        .toList();
  }

  private static QuestionDemand of(
      StoreAnswers answers, Question question, Predicate<String> member) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    Map<String, Long> choices = new TreeMap<>();
    long[] counts = new long[2];
    answers.forEach(
        question,
        (customer, reply) -> {
          if (member.test(customer)) {
            counts[0]++;
            switch (reply) {
              case SurveyReply.Figure(double value) -> numbers.add(value);
              case SurveyReply.Choice(String choice) -> choices.merge(choice, 1L, Long::sum);
              case SurveyReply.Words _ -> counts[1]++;
            }
          }
        });
    return new QuestionDemand(
        question, counts[0], NumberSummary.of(numbers.build()), choices, counts[1]);
  }
}
