package io.shelfwise.standalone.demo;

import io.shelfwise.event.v1.Event;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Picks the customer to show: one who buys often, but not as a wholesaler does, and who bought
 * lately. The same events pick the same customer.
 */
final class Showcase implements Consumer<Event> {
  private static final int FEWEST_ORDERS = 5;
  private static final int MOST_ORDERS = 25;
  private static final long DAY = 24L * 60 * 60;
  private static final long LATELY = 30 * DAY;

  private final Map<String, Buyer> buyers = new HashMap<>();
  private long newest;

  /** What counts of a customer; times in seconds. */
  private static final class Buyer {
    private final String customer;
    private int orders;
    private int days;
    private long lastOrder;

    Buyer(String customer) {
      this.customer = customer;
    }

    void buys(long time) {
      if (orders == 0 || Math.floorDiv(time, DAY) != Math.floorDiv(lastOrder, DAY)) {
        days++;
      }
      orders++;
      lastOrder = Math.max(lastOrder, time);
    }
  }

  @Override
  public void accept(Event event) {
    long time = event.getEventTime().getSeconds();
    newest = Math.max(newest, time);
    if (event.hasPurchase()) {
      buyers.computeIfAbsent(event.getCustomer(), Buyer::new).buys(time);
    }
  }

  /**
   * The customer's id.
   *
   * @throws IllegalStateException if no one bought anything
   */
  String customer() {
    return mostFrequent(this::isRegular)
        .or(() -> mostFrequent(buyer -> true))
        .orElseThrow(() -> new IllegalStateException("no one bought anything"));
  }

  private boolean isRegular(Buyer buyer) {
    return buyer.orders >= FEWEST_ORDERS
        && buyer.orders <= MOST_ORDERS
        && buyer.lastOrder >= newest - LATELY;
  }

  private Optional<String> mostFrequent(Predicate<Buyer> among) {
    return buyers.values().stream()
        .filter(among)
        .max(
            Comparator.<Buyer>comparingInt(buyer -> buyer.days)
                .thenComparing(buyer -> buyer.customer, Comparator.reverseOrder()))
        .map(buyer -> buyer.customer);
  }
}
