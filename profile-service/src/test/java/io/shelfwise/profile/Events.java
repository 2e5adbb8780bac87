package io.shelfwise.profile;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.WriteEventsRequest;
import java.util.List;

/** Events to test with. */
public final class Events {
  /** 2011-12-09, when all that happens here begins. */
  public static final long START = 1_323_388_800L;

  private Events() {}

  /** A customer looked at a product, so many seconds after the start. */
  public static Event view(String id, String customer, String product, long seconds) {
    return at(id, customer, seconds)
        .setProductView(ProductView.newBuilder().setProduct(product))
        .build();
  }

  /** A customer bought. */
  public static Event purchase(String id, String customer, long seconds, LineItem... lines) {
    return at(id, customer, seconds)
        .setPurchase(Purchase.newBuilder().setOrder(id).addAllLines(List.of(lines)))
        .build();
  }

  /** A customer brought back. */
  public static Event returned(String id, String customer, long seconds, LineItem... lines) {
    return at(id, customer, seconds)
        .setReturn(Return.newBuilder().addAllLines(List.of(lines)))
        .build();
  }

  /** Pieces of a product, at a price in pounds and pence. */
  public static LineItem line(String product, int quantity, long pounds, int pence) {
    return LineItem.newBuilder()
        .setProduct(product)
        .setQuantity(quantity)
        .setUnitPrice(money("GBP", pounds, pence))
        .build();
  }

  /** An amount of money, with hundredths. */
  public static Money money(String currency, long units, int hundredths) {
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(units)
        .setNanos(hundredths * 10_000_000)
        .build();
  }

  /** A time, so many seconds after the start. */
  public static Timestamp time(long seconds) {
    return Timestamp.newBuilder().setSeconds(START + seconds).build();
  }

  /** A request to write events to a store. */
  public static WriteEventsRequest write(String store, Event... events) {
    return WriteEventsRequest.newBuilder()
        .setParent("stores/" + store)
        .addAllEvents(List.of(events))
        .build();
  }

  private static Event.Builder at(String id, String customer, long seconds) {
    return Event.newBuilder().setId(id).setCustomer(customer).setEventTime(time(seconds));
  }
}
