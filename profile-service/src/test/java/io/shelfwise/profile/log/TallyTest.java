package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.line;
import static io.shelfwise.profile.Events.money;
import static io.shelfwise.profile.Events.purchase;
import static io.shelfwise.profile.Events.returned;
import static io.shelfwise.profile.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.SurveyAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void eachKindCountsForItself() {
    assertThat(Tally.of(view("v", "ann", "lamp", 0))).isEqualTo(Map.of(Count.VIEWS, 1L));
    assertThat(
            Tally.of(
                Event.newBuilder()
                    .setCartAddition(CartAddition.newBuilder().setQuantity(3))
                    .build()))
        .isEqualTo(Map.of(Count.CART_ADDITIONS, 1L));
    assertThat(
            Tally.of(
                Event.newBuilder().setCartRemoval(CartRemoval.newBuilder().setQuantity(3)).build()))
        .isEqualTo(Map.of(Count.CART_REMOVALS, 1L));
    assertThat(Tally.of(Event.newBuilder().setSearch(Search.getDefaultInstance()).build()))
        .isEqualTo(Map.of(Count.SEARCHES, 1L));
    assertThat(
            Tally.of(
                Event.newBuilder().setSurveyAnswer(SurveyAnswer.newBuilder().setNumber(9)).build()))
        .isEqualTo(Map.of(Count.SURVEY_ANSWERS, 1L));
  }

  @Test
  void anOrderIsWorthTheSumOfItsLines() {
    assertThat(Tally.of(purchase("p", "ann", 0, line("lamp", 3, 2, 55), line("bulb", 1, 0, 85))))
        .isEqualTo(
            Map.of(
                Count.ORDERS, 1L,
                Count.UNITS, 3L + 1,
                Count.REVENUE_MICROS, 3 * 2_550_000L + 850_000));
  }

  @Test
  void aReturnIsWorthTheSumOfItsLines() {
    assertThat(Tally.of(returned("r", "ann", 0, line("lamp", 2, 2, 55))))
        .isEqualTo(Map.of(Count.RETURNS, 1L, Count.RETURNED_MICROS, 2 * 2_550_000L));
  }

  @Test
  void aLineWithoutAPriceIsWorthNothing() {
    LineItem free = LineItem.newBuilder().setProduct("sample").setQuantity(5).build();

    assertThat(Tally.of(purchase("p", "ann", 0, free)))
        .isEqualTo(Map.of(Count.ORDERS, 1L, Count.UNITS, 5L, Count.REVENUE_MICROS, 0L));
  }

  @Test
  void theLargestOrderThatIsTakenInFits() {
    LineItem millionth =
        line("grain", 1_000_000, 0, 0).toBuilder()
            .setUnitPrice(money("GBP", 999, 0).toBuilder().setNanos(999_999_000))
            .build();

    assertThat(Tally.of(purchase("p", "ann", 0, millionth)))
        .containsEntry(Count.REVENUE_MICROS, 1_000_000 * 999_999_999L);
  }

  @Test
  void halfStarsAreKept() {
    Event rating = Event.newBuilder().setRating(Rating.newBuilder().setStars(4.5)).build();

    assertThat(Tally.of(rating))
        .isEqualTo(Map.of(Count.RATINGS, 1L, Count.STARS_MICROS, 4_500_000L));
  }
}
