package io.shelfwise.standalone.shop.visits;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Launches;
import java.time.Duration;
import java.time.Instant;

/**
 * The survey that comes with some parcels: "how likely are you to recommend us, from 0 to 10?" and
 * "which department should have more to choose from?".
 *
 * <p>Customers who will stay recommend the shop more than those who have left by the end. What they
 * want more of is what catches their eye.
 */
final class Survey {
  private static final String NAME = "after-order";
  private static final double ANSWERS = 0.06;
  private static final double ANSWERS_BOTH = 0.8;
  private static final double OF_WHO_STAYS = 8.5;
  private static final double OF_WHO_LEFT = 6;
  private static final double SPREAD = 1.5;
  private static final int HIGHEST = 10;
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final int SECOND_QUESTION_SECONDS = 20;

  private final boolean stays;
  private final Interest interest;
  private final Launches launches;
  private final Chance chance;

  /**
   * A customer's answers.
   *
   * @param stays whether the customer is still with the shop at its end
   * @param chance of surveys alone, so that the rest of the shop is the same without them
   */
  Survey(boolean stays, Interest interest, Launches launches, Chance chance) {
    this.stays = stays;
    this.interest = interest;
    this.launches = launches;
    this.chance = chance;
  }

  /** Notes what the customer answers after an order, if anything. */
  void after(Instant order, Diary diary) {
    if (!chance.happens(ANSWERS)) {
      return;
    }
    Instant time = order.plusSeconds((long) (chance.between(3.0, 10.0) * DAY));
    double feeling = (stays ? OF_WHO_STAYS : OF_WHO_LEFT) + SPREAD * chance.gaussian();
    int likely = Math.clamp(Math.round(feeling), 0, HIGHEST);
    diary.note(time, event(answer("recommend").setNumber(likely)));
    if (chance.happens(ANSWERS_BOTH)) {
      String wish =
          interest.pick(new Moment(time, launches), chance).category().department().name();
      diary.note(
          time.plusSeconds(SECOND_QUESTION_SECONDS), event(answer("more-of").setChoice(wish)));
    }
  }

  private static SurveyAnswer.Builder answer(String question) {
    return SurveyAnswer.newBuilder().setSurvey(NAME).setQuestion(question);
  }

  private static Event.Builder event(SurveyAnswer.Builder answer) {
    return Event.newBuilder().setSurveyAnswer(answer);
  }
}
