package io.shelfwise.value.features;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.CustomerEvent.Step;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.feed.OrderLine;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A shop whose customers do this and that: each has a rate of coming and a usual spend, and looks
 * around before buying. Products are of two categories and two brands.
 */
public final class ShopOfChance {
  public static final ProductFacts FACTS =
      product ->
          product.startsWith("cup")
              ? Optional.of(new ProductFacts.Facts("Cups", "Clay"))
              : product.startsWith("pot")
                  ? Optional.of(new ProductFacts.Facts("Pots", product.endsWith("0") ? "" : "Iron"))
                  : Optional.empty();

  private static final long DAY = 86_400_000;
  private static final String STORE = "demo";

  private ShopOfChance() {}

  /** What the customers of so many days did, in order of time for each customer. */
  public static List<CustomerEvent> events(int customers, int days, Random random) {
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double rate = Math.exp(-3.5 + random.nextGaussian());
      double spend = Math.exp(3 + 0.7 * random.nextGaussian());
      String id = "customer-" + i;
      for (int day = random.nextInt(days); day < days; day++) {
        if (random.nextDouble() < 2 * rate) {
          visit(id, day * DAY + random.nextLong(DAY), random, events);
        }
        if (random.nextDouble() < rate) {
          order(id, day * DAY + random.nextLong(DAY), spend, random, events);
        }
      }
    }
    return events;
  }

  private static void visit(String id, long time, Random random, List<CustomerEvent> events) {
    for (int looks = random.nextInt(1, 5); looks > 0; looks--) {
      events.add(new CustomerEvent.Browsing(STORE, id, time, Step.VIEW));
    }
    Step step = List.of(Step.values()).get(random.nextInt(4));
    events.add(new CustomerEvent.Browsing(STORE, id, time, step));
  }

  private static void order(
      String id, long time, double spend, Random random, List<CustomerEvent> events) {
    List<OrderLine> lines = new ArrayList<>();
    long sum = 0;
    for (int line = random.nextInt(1, 4); line > 0; line--) {
      String kind = List.of("cup-", "pot-", "odd-").get(random.nextInt(3));
      long micros = (long) (spend * (0.5 + random.nextDouble()) * 1e6);
      lines.add(new OrderLine(kind + random.nextInt(20), micros));
      sum += micros;
    }
    events.add(new CustomerEvent.Order(STORE, id, time, "EUR", sum, lines.size(), lines));
    if (random.nextInt(10) == 0) {
      events.add(new CustomerEvent.Refund(STORE, id, time, "EUR", sum / 2));
    }
    if (random.nextInt(5) == 0) {
      events.add(new CustomerEvent.Rating(STORE, id, time, random.nextInt(1, 6)));
    }
  }

  /** The shop of these events. */
  public static StoreHistory shop(List<CustomerEvent> events) {
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    return histories.store(STORE).orElseThrow();
  }

  /** The events up to a day and with it. */
  public static List<CustomerEvent> until(List<CustomerEvent> events, int lastDay) {
    return events.stream().filter(event -> event.timeMillis() / DAY <= lastDay).toList();
  }
}
