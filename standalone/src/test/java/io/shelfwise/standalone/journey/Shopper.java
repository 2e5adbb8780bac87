package io.shelfwise.standalone.journey;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.terminal.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A customer, and what must be known of it and of all others to check the answers: counted here
 * from the events, by other means than the services count.
 *
 * @param id the customer's id
 * @param purchases what the customer bought
 * @param revenueOfAll what all customers spent
 * @param buyersOfAll how many customers bought anything
 * @param eventsOfAll how many events there are
 * @param newestOfAll the second of the newest of them, since 1970
 */
record Shopper(
    String id,
    List<Event> purchases,
    BigDecimal revenueOfAll,
    long buyersOfAll,
    long eventsOfAll,
    long newestOfAll) {
  private static final int MOST_ORDERS = 30;

  /** The customer with most orders, leaving out those who buy as wholesalers do. */
  static Shopper of(ShopData shop) {
    Map<String, List<Event>> purchases = new HashMap<>();
    long events = 0;
    long newest = Long.MIN_VALUE;
    try (Stream<Event> stream = shop.events()) {
      for (Event event : (Iterable<Event>) stream::iterator) {
        events++;
        newest = Math.max(newest, event.getEventTime().getSeconds());
        if (event.hasPurchase()) {
          purchases.computeIfAbsent(event.getCustomer(), id -> new ArrayList<>()).add(event);
        }
      }
    }
    String id =
        purchases.entrySet().stream()
            .filter(entry -> entry.getValue().size() <= MOST_ORDERS)
            .max(
                Comparator.<Map.Entry<String, List<Event>>>comparingInt(
                        entry -> entry.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .orElseThrow()
            .getKey();
    BigDecimal revenue =
        purchases.values().stream().map(Shopper::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Shopper(
        id, purchases.getOrDefault(id, List.of()), revenue, purchases.size(), events, newest);
  }

  int orders() {
    return purchases.size();
  }

  BigDecimal revenue() {
    return value(purchases);
  }

  /** The names of the products that the customer bought. */
  Set<String> bought(String prefix) {
    return lines(purchases).map(line -> prefix + line.getProduct()).collect(Collectors.toSet());
  }

  private static BigDecimal value(List<Event> purchases) {
    return lines(purchases)
        .map(
            line ->
                Amount.of(line.getUnitPrice())
                    .value()
                    .multiply(BigDecimal.valueOf(line.getQuantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Stream<LineItem> lines(List<Event> purchases) {
    return purchases.stream().flatMap(event -> event.getPurchase().getLinesList().stream());
  }
}
