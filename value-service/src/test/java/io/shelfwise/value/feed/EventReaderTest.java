package io.shelfwise.value.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.value.feed.CustomerEvent.Step;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {
  private static final String CUP = "stores/demo/products/cup";

  @Test
  void addsUpAnOrderExactly() {
    assertThat(read(purchase(line(3, 1, 990_000_000), line(10, 0, 100_000_000))).events())
        .containsExactly(
            new CustomerEvent.Order(
                "demo",
                "ann",
                1_500,
                "GBP",
                3 * 1_990_000 + 10 * 100_000,
                3 + 10,
                List.of(new OrderLine("cup", 3 * 1_990_000), new OrderLine("cup", 10 * 100_000))));
  }

  @Test
  void roundsPricesToMillionths() {
    assertThat(read(purchase(line(1, 0, 1_499))).events()).containsExactly(order("GBP", 1, 1, 1));
    assertThat(read(purchase(line(1, 0, 1_500))).events()).containsExactly(order("GBP", 2, 1, 2));
  }

  @Test
  void takesTheCurrencyOfTheLinesThatHaveAPrice() {
    LineItem sample = LineItem.newBuilder().setProduct(CUP).setQuantity(1).build();

    assertThat(read(purchase(sample, line(1, 50, 0))).events())
        .containsExactly(order("GBP", 50_000_000, 1 + 1, 0, 50_000_000));
    assertThat(read(purchase(sample)).events()).containsExactly(order("", 0, 1, 0));
  }

  @Test
  void readsReturns() {
    Event.Builder event = event().setReturn(Return.newBuilder().addLines(line(2, 5, 0)));

    assertThat(read(event).events())
        .containsExactly(new CustomerEvent.Refund("demo", "ann", 1_500, "GBP", 2 * 5_000_000));
  }

  @Test
  void readsRatings() {
    assertThat(read(event().setRating(Rating.newBuilder().setStars(4.5))).events())
        .containsExactly(new CustomerEvent.Rating("demo", "ann", 1_500, 4.5));
  }

  @ParameterizedTest
  @MethodSource
  void readsWhatIsDoneBeforeBuying(Event.Builder event, Step step) {
    assertThat(read(event).events())
        .containsExactly(new CustomerEvent.Browsing("demo", "ann", 1_500, step));
  }

  static Stream<Arguments> readsWhatIsDoneBeforeBuying() {
    return Stream.of(
        Arguments.of(event().setProductView(ProductView.getDefaultInstance()), Step.VIEW),
        Arguments.of(
            event().setCartAddition(CartAddition.getDefaultInstance()), Step.CART_ADDITION),
        Arguments.of(event().setCartRemoval(CartRemoval.getDefaultInstance()), Step.CART_REMOVAL),
        Arguments.of(event().setSearch(Search.getDefaultInstance()), Step.SEARCH));
  }

  @Test
  void readsAnswersAndLeavesOutTheirWords() {
    assertThat(read(answer(SurveyAnswer.newBuilder().setNumber(9))).events())
        .containsExactly(answer(new SurveyReply.Figure(9)));
    assertThat(read(answer(SurveyAnswer.newBuilder().setChoice("More cups"))).events())
        .containsExactly(answer(new SurveyReply.Choice("More cups")));
    assertThat(read(answer(SurveyAnswer.newBuilder().setText("I live in Bern"))).events())
        .containsExactly(answer(new SurveyReply.Words()));
  }

  private static Event.Builder answer(SurveyAnswer.Builder answer) {
    return event().setSurveyAnswer(answer.setSurvey("spring").setQuestion("wish"));
  }

  private static CustomerEvent answer(SurveyReply reply) {
    return new CustomerEvent.Answer("demo", "ann", 1_500, "spring", "wish", reply);
  }

  @Test
  void takesAllElseForASign() {
    assertThat(read(event()).events())
        .containsExactly(new CustomerEvent.Sign("demo", "ann", 1_500));
  }

  @Test
  void leavesOutWhatCannotBeReckonedWith() {
    LogPart part = read(purchase(line(1_000_000, Long.MAX_VALUE / 1_000_000, 0)));

    assertThat(part.events()).isEmpty();
    assertThat(part.cursor()).isEqualTo("next");
    assertThat(part.caughtUp()).isTrue();
  }

  private static CustomerEvent order(String currency, long micros, long pieces, long... lines) {
    return new CustomerEvent.Order(
        "demo",
        "ann",
        1_500,
        currency,
        micros,
        pieces,
        LongStream.of(lines).mapToObj(line -> new OrderLine("cup", line)).toList());
  }

  private static LogPart read(Event.Builder event) {
    return EventReader.read(
        TailEventsResponse.newBuilder()
            .addEvents(LoggedEvent.newBuilder().setStore("stores/demo").setEvent(event))
            .setCursor("next")
            .setCaughtUp(true)
            .build());
  }

  private static Event.Builder purchase(LineItem... lines) {
    Purchase.Builder purchase = Purchase.newBuilder();
    for (LineItem line : lines) {
      purchase.addLines(line);
    }
    return event().setPurchase(purchase);
  }

  private static Event.Builder event() {
    return Event.newBuilder()
        .setCustomer("stores/demo/customers/ann")
        .setEventTime(Timestamp.newBuilder().setSeconds(1).setNanos(500_000_000));
  }

  private static LineItem line(int quantity, long units, int nanos) {
    return LineItem.newBuilder()
        .setProduct(CUP)
        .setQuantity(quantity)
        .setUnitPrice(Money.newBuilder().setCurrencyCode("GBP").setUnits(units).setNanos(nanos))
        .build();
  }
}
