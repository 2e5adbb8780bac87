package io.shelfwise.value.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.feed.SurveyReply;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreAnswers;
import io.shelfwise.value.history.StoreAnswers.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionDemandTest {
  private final List<CustomerEvent> events = new ArrayList<>();

  @Test
  void numbersAreSummedUp() {
    answer("ann", "likely", new SurveyReply.Figure(10));
    answer("bob", "likely", new SurveyReply.Figure(7));
    answer("cat", "likely", new SurveyReply.Figure(3));
    answer("dan", "likely", new SurveyReply.Figure(4));

    QuestionDemand demand = demand().getFirst();

    assertThat(demand.answers()).isEqualTo(4);
    assertThat(demand.numbers().mean()).isEqualTo((10 + 7 + 3 + 4) / 4.0);
    assertThat(demand.numbers().deviation())
        .isCloseTo(Math.sqrt((4 * 4 + 1 * 1 + 3 * 3 + 2 * 2) / 3.0), within(1e-12));
    assertThat(demand.numbers().quartiles())
        .containsExactly(3.0, 3 + 0.75 * (4 - 3), (4 + 7) / 2.0, 7 + 0.25 * (10 - 7), 10.0);
    assertThat(demand.choices()).isEmpty();
  }

  @Test
  void aSingleNumberHasNoSpread() {
    answer("ann", "likely", new SurveyReply.Figure(5));

    assertThat(demand().getFirst().numbers())
        .isEqualTo(new NumberSummary(1, 5, 0, List.of(5.0, 5.0, 5.0, 5.0, 5.0)));
  }

  @Test
  void choicesAndWordsAreCounted() {
    answer("ann", "wish", new SurveyReply.Choice("cups"));
    answer("bob", "wish", new SurveyReply.Choice("cups"));
    answer("cat", "wish", new SurveyReply.Choice("pots"));
    answer("dan", "wish", new SurveyReply.Words());

    QuestionDemand demand = demand().getFirst();

    assertThat(demand.answers()).isEqualTo(4);
    assertThat(demand.choices()).isEqualTo(Map.of("cups", 2L, "pots", 1L));
    assertThat(demand.words()).isEqualTo(1);
    assertThat(demand.numbers().quartiles()).isEmpty();
  }

  @Test
  void onlyTheGroupIsAsked() {
    answer("ann", "wish", new SurveyReply.Choice("cups"));
    answer("bob", "likely", new SurveyReply.Figure(1));

    assertThat(QuestionDemand.of(answers(), "ann"::equals, question -> true))
        .extracting(QuestionDemand::question)
        .containsExactly(new Question("spring", "wish"));
  }

  @Test
  void questionsAreInOrderAndCanBeChosen() {
    answer("ann", "wish", new SurveyReply.Choice("cups"));
    answer("ann", "likely", new SurveyReply.Figure(1));

    assertThat(demand())
        .extracting(demand -> demand.question().question())
        .containsExactly("likely", "wish");
    assertThat(QuestionDemand.of(answers(), customer -> true, q -> q.survey().equals("autumn")))
        .isEmpty();
  }

  private List<QuestionDemand> demand() {
    return QuestionDemand.of(answers(), customer -> true, question -> true);
  }

  private StoreAnswers answers() {
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    return histories.store("demo").orElseThrow().answers();
  }

  private void answer(String customer, String question, SurveyReply reply) {
    events.add(new CustomerEvent.Answer("demo", customer, 1, "spring", question, reply));
  }
}
