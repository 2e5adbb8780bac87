package io.shelfwise.profile.intake;

import static io.shelfwise.profile.Events.line;
import static io.shelfwise.profile.Events.money;
import static io.shelfwise.profile.Events.purchase;
import static io.shelfwise.profile.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.profile.intake.Verdict.Accepted;
import io.shelfwise.profile.intake.Verdict.Rejected;
import io.shelfwise.rpc.ApiException;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");
  private static final EventRules RULES = new EventRules("demo", NOW, offered -> "GBP");
  private static final String ID_RULE =
      "ID, or the ID alone, of 1 to 128 characters of A-Z a-z 0-9 . _ : -";

  @Test
  void idsBecomeFullNames() {
    Event kept = accepted(view("v1", "ann", "lamp", 0));

    assertThat(kept.getCustomer()).isEqualTo("stores/demo/customers/ann");
    assertThat(kept.getProductView().getProduct()).isEqualTo("stores/demo/products/lamp");
  }

  @Test
  void theFormInWhichAnEventIsKeptIsKeptAsItIs() {
    Event kept = accepted(purchase("p1", "ann", 0, line("lamp", 2, 1, 50)));

    assertThat(accepted(kept)).isEqualTo(kept);
  }

  @Test
  void anEventWithoutATimeHappenedNow() {
    Event kept = accepted(view("v1", "ann", "lamp", 0).toBuilder().clearEventTime().build());

    assertThat(kept.getEventTime())
        .isEqualTo(
            Timestamp.newBuilder()
                .setSeconds(NOW.getEpochSecond())
                .setNanos(NOW.getNano())
                .build());
  }

  @Test
  void anEventMayBeFiveMinutesAhead() {
    Event ahead = at(NOW.getEpochSecond() + 300, 0);

    assertThat(accepted(ahead)).isNotNull();
  }

  @Test
  void noQuantityIsOne() {
    Event addition = event().setCartAddition(CartAddition.newBuilder().setProduct("lamp")).build();
    Event removal = event().setCartRemoval(CartRemoval.newBuilder().setProduct("lamp")).build();
    Event bought = purchase("p1", "ann", 0, line("lamp", 0, 1, 0));

    assertThat(accepted(addition).getCartAddition().getQuantity()).isEqualTo(1);
    assertThat(accepted(removal).getCartRemoval().getQuantity()).isEqualTo(1);
    assertThat(accepted(bought).getPurchase().getLines(0).getQuantity()).isEqualTo(1);
  }

  @Test
  void aLineMayBeWithoutAPrice() {
    Event kept = accepted(purchase("p1", "ann", 0, LineItem.newBuilder().setProduct("a").build()));

    assertThat(kept.getPurchase().getLines(0).hasUnitPrice()).isFalse();
  }

  @Test
  void aLetterOutsideThePlaneIsOneCharacter() {
    String query = "🪔".repeat(500);

    assertThat(accepted(event().setSearch(Search.newBuilder().setQuery(query)).build()))
        .isNotNull();
  }

  static Stream<Arguments> brokenRules() {
    Event view = view("v1", "ann", "lamp", 0);
    return Stream.of(
        broken(
            view.toBuilder().setId("").build(),
            "id must be 1 to 128 characters of A-Z a-z 0-9 . _ : -"),
        broken(
            view.toBuilder().setId("a b").build(),
            "id must be 1 to 128 characters of A-Z a-z 0-9 . _ : -"),
        broken(view("v1", "", "lamp", 0), "customer must be stores/demo/customers/" + ID_RULE),
        broken(
            view("v1", "stores/other/customers/ann", "lamp", 0),
            "customer must be stores/demo/customers/" + ID_RULE),
        broken(
            view("v1", "ann", "stores/other/products/lamp", 0),
            "product_view.product must be stores/demo/products/" + ID_RULE),
        broken(
            at(NOW.getEpochSecond() + 301, 0),
            "event_time must be at most five minutes after the server's clock"),
        broken(at(-62_135_596_801L, 0), "event_time must be a time of the year 1 or later"),
        broken(at(0, 1_000_000_000), "event_time must be a time of the year 1 or later"),
        broken(
            view.toBuilder().setAttributionToken("x".repeat(1_025)).build(),
            "attribution_token must be at most 1024 characters long"),
        broken(
            event().build(),
            "action must be one of product_view, cart_addition, cart_removal, purchase, return, rating, search, survey_answer"),
        broken(
            event()
                .setCartAddition(CartAddition.newBuilder().setProduct("lamp").setQuantity(-1))
                .build(),
            "cart_addition.quantity must be from 1 to 1000000"),
        broken(
            event()
                .setCartRemoval(CartRemoval.newBuilder().setProduct("lamp").setQuantity(1_000_001))
                .build(),
            "cart_removal.quantity must be from 1 to 1000000"),
        broken(purchase("p", "ann", 0), "purchase.lines must be 1 to 2000 lines"),
        broken(
            event()
                .setPurchase(
                    Purchase.newBuilder()
                        .addAllLines(Collections.nCopies(2_001, line("lamp", 1, 1, 0))))
                .build(),
            "purchase.lines must be 1 to 2000 lines"),
        broken(
            event()
                .setPurchase(
                    Purchase.newBuilder().setOrder("x".repeat(129)).addLines(line("lamp", 1, 1, 0)))
                .build(),
            "purchase.order must be at most 128 characters long"),
        broken(
            event()
                .setReturn(
                    Return.newBuilder().setOrder("x".repeat(129)).addLines(line("a", 1, 1, 0)))
                .build(),
            "return.order must be at most 128 characters long"),
        broken(
            event().setReturn(Return.newBuilder().addLines(line("", 1, 1, 0))).build(),
            "return.lines[0].product must be stores/demo/products/" + ID_RULE),
        broken(
            purchase("p", "ann", 0, line("lamp", 1, 1, 0), line("lamp", 1, -1, 0)),
            "purchase.lines[1].unit_price must be at least 0"),
        broken(
            purchase("p", "ann", 0, priced("GBP", 1, -1)),
            "purchase.lines[0].unit_price must be at least 0"),
        broken(
            purchase("p", "ann", 0, priced("GBP", 1, 1)),
            "purchase.lines[0].unit_price.nanos must be at most 999999999, and whole thousands"),
        broken(
            purchase("p", "ann", 0, priced("gbp", 1, 0)),
            "purchase.lines[0].unit_price.currency_code must be the three capital letters of ISO 4217, such as EUR"),
        broken(
            purchase("p", "ann", 0, line("lamp", 1, 1, 0), priced("EUR", 1, 0)),
            "purchase.lines[1].unit_price.currency_code must be GBP, as in the lines before"),
        broken(
            purchase(
                "p", "ann", 0, LineItem.newBuilder().setProduct("a").build(), priced("EUR", 1, 0)),
            "purchase.lines[1].unit_price.currency_code must be GBP, the store's currency"),
        broken(
            purchase("p", "ann", 0, line("lamp", 1_000_000, 1_000, 1)),
            "purchase.lines must be worth at most 1000000000 in all"),
        broken(rating(0.5, "", ""), "rating.stars must be from 1 to 5"),
        broken(rating(5.5, "", ""), "rating.stars must be from 1 to 5"),
        broken(rating(Double.NaN, "", ""), "rating.stars must be from 1 to 5"),
        broken(rating(4, "x".repeat(501), ""), "rating.title must be at most 500 characters long"),
        broken(
            rating(4, "", "x".repeat(10_001)), "rating.text must be at most 10000 characters long"),
        broken(
            event().setSearch(Search.getDefaultInstance()).build(),
            "search.query must be 1 to 500 characters long"),
        broken(
            event().setSearch(Search.newBuilder().setQuery("x".repeat(501))).build(),
            "search.query must be at most 500 characters long"),
        broken(
            answer(SurveyAnswer.newBuilder().setQuestion("wish").setNumber(1)),
            "survey_answer.survey must be 1 to 128 characters of A-Z a-z 0-9 . _ : -"),
        broken(
            answer(SurveyAnswer.newBuilder().setSurvey("spring").setQuestion("?").setNumber(1)),
            "survey_answer.question must be 1 to 128 characters of A-Z a-z 0-9 . _ : -"),
        broken(answer(wish()), "survey_answer.answer must be one of number, choice, text"),
        broken(
            answer(wish().setNumber(Double.NaN)),
            "survey_answer.number must be from -1e12 to 1e12"),
        broken(
            answer(wish().setNumber(-1.1e12)), "survey_answer.number must be from -1e12 to 1e12"),
        broken(
            answer(wish().setChoice("")), "survey_answer.choice must be 1 to 128 characters long"),
        broken(
            answer(wish().setChoice("x".repeat(129))),
            "survey_answer.choice must be at most 128 characters long"),
        broken(answer(wish().setText("")), "survey_answer.text must be 1 to 10000 characters long"),
        broken(
            answer(wish().setText("x".repeat(10_001))),
            "survey_answer.text must be at most 10000 characters long"));
  }

  @Test
  void anAnswerIsKeptAsItWasGiven() {
    Event answer = answer(wish().setNumber(0));

    assertThat(accepted(answer).getSurveyAnswer()).isEqualTo(answer.getSurveyAnswer());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("brokenRules")
  void aBrokenRuleIsToldByFieldAndRule(Event event, String message) {
    assertThat(RULES.judge("events[3]", event))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.error().getMessage()).isEqualTo("events[3]." + message));
  }

  @Test
  void anEventThatBreaksAnotherRuleDoesNotDecideTheCurrency() {
    EventRules rules =
        new EventRules(
            "demo",
            NOW,
            offered -> {
              throw new AssertionError("asked");
            });

    assertThat(rules.judge("event", purchase("p", "ann", 0, line("lamp", -1, 1, 0))))
        .isInstanceOf(Rejected.class);
    assertThat(
            rules.judge(
                "event", purchase("p", "ann", 0, line("lamp", 1, 1, 0), priced("EUR", 1, 0))))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void thatTheCurrencyCannotBeHadIsNoFaultOfTheEvent() {
    EventRules rules =
        new EventRules(
            "demo",
            NOW,
            offered -> {
              throw ApiException.unavailable("Redis");
            });

    assertThatThrownBy(() -> rules.judge("event", purchase("p", "ann", 0, line("a", 1, 1, 0))))
        .isInstanceOf(ApiException.class)
        .hasMessage("Redis is unavailable; try again");
  }

  private static Arguments broken(Event event, String message) {
    return Arguments.of(event, message);
  }

  private static Event accepted(Event event) {
    return ((Accepted) RULES.judge("event", event)).event();
  }

  private static Event.Builder event() {
    return Event.newBuilder().setId("e1").setCustomer("ann");
  }

  private static Event at(long seconds, int nanos) {
    return view("v1", "ann", "lamp", 0).toBuilder()
        .setEventTime(Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos))
        .build();
  }

  private static LineItem priced(String currency, long units, int nanos) {
    return line("lamp", 1, 0, 0).toBuilder()
        .setUnitPrice(money(currency, units, 0).toBuilder().setNanos(nanos))
        .build();
  }

  private static Event answer(SurveyAnswer.Builder answer) {
    return event().setSurveyAnswer(answer).build();
  }

  private static SurveyAnswer.Builder wish() {
    return SurveyAnswer.newBuilder().setSurvey("spring").setQuestion("wish");
  }

  private static Event rating(double stars, String title, String text) {
    return event()
        .setRating(
            Rating.newBuilder().setProduct("lamp").setStars(stars).setTitle(title).setText(text))
        .build();
  }
}
