package io.shelfwise.value.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.TailEventsResponse;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  @Test
  void addsUpAnOrderExactly() {
    assertThat(read(purchase(line(3, 1, 990_000_000), line(10, 0, 100_000_000))).events())
        .containsExactly(
            new CustomerEvent.Order(
                "demo", "ann", 1_500, "GBP", 3 * 1_990_000 + 10 * 100_000, 3 + 10));
  }

  @Test
  void roundsPricesToMillionths() {
    assertThat(read(purchase(line(1, 0, 1_499))).events())
        .containsExactly(new CustomerEvent.Order("demo", "ann", 1_500, "GBP", 1, 1));
    assertThat(read(purchase(line(1, 0, 1_500))).events())
        .containsExactly(new CustomerEvent.Order("demo", "ann", 1_500, "GBP", 2, 1));
  }

  @Test
  void takesTheCurrencyOfTheLinesThatHaveAPrice() {
    LineItem sample = LineItem.newBuilder().setQuantity(1).build();

    assertThat(read(purchase(sample, line(1, 50, 0))).events())
        .containsExactly(new CustomerEvent.Order("demo", "ann", 1_500, "GBP", 50_000_000, 1 + 1));
    assertThat(read(purchase(sample)).events())
        .containsExactly(new CustomerEvent.Order("demo", "ann", 1_500, "", 0, 1));
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

  @Test
  void takesAllElseForASign() {
    assertThat(read(event().setSearch(Search.newBuilder().setQuery("cup"))).events())
        .containsExactly(new CustomerEvent.Sign("demo", "ann", 1_500));
  }

  @Test
  void leavesOutWhatCannotBeReckonedWith() {
    LogPart part = read(purchase(line(1_000_000, Long.MAX_VALUE / 1_000_000, 0)));

    assertThat(part.events()).isEmpty();
    assertThat(part.cursor()).isEqualTo("next");
    assertThat(part.caughtUp()).isTrue();
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
        .setQuantity(quantity)
        .setUnitPrice(Money.newBuilder().setCurrencyCode("GBP").setUnits(units).setNanos(nanos))
        .build();
  }
}
