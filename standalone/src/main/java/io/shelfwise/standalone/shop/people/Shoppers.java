package io.shelfwise.standalone.shop.people;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.words.Numbering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws customers, each from a stream of its own: none is kept, and any can be drawn again. */
public final class Shoppers {
  /** Those who look and never buy. */
  private static final double ONLY_LOOKING = 0.04;

  private static final double DAY = Duration.ofDays(1).toSeconds();

  private final int count;
  private final long seed;
  private final PurchaseRhythm rhythm;
  private final SpendLevel spend;
  private final Tastes tastes;
  private final Calendar calendar;
  private final Numbering numbering;

  /** So many customers of a shop. */
  public Shoppers(
      int count,
      long seed,
      PurchaseRhythm rhythm,
      SpendLevel spend,
      Tastes tastes,
      Calendar calendar) {
    this.count = count;
    this.seed = seed;
    this.rhythm = rhythm;
    this.spend = spend;
    this.tastes = tastes;
    this.calendar = calendar;
    this.numbering = new Numbering(count);
  }

  /** How many customers there are. */
  public int count() {
    return count;
  }

  /** The customer of a number, from 0. */
  public Shopper draw(int index) {
    Chance chance = Chance.of(seed, "shopper", index);
    double rate = rhythm.drawRate(chance);
    double leaving = rhythm.drawLeavingProbability(chance);
    double spendRate = spend.drawRate(chance);
    Leaning leaning = tastes.lean(chance);
    Instant arrival = calendar.hour(calendar.arrival(chance), chance);
    List<Instant> orders = new ArrayList<>();
    boolean active = chance.happens(ONLY_LOOKING) || buy(arrival, rate, leaving, orders, chance);
    return new Shopper(
        index, id(index), rate, leaving, spendRate, leaning, arrival, orders, active);
  }

  /**
   * Fills in the times of a customer's orders by BG/NBD, and says whether the customer is active at
   * the end.
   */
  private boolean buy(
      Instant arrival, double rate, double leaving, List<Instant> orders, Chance chance) {
    orders.add(arrival);
    Instant time = arrival;
    while (true) {
      double days = chance.exponential(rate);
      if (days * DAY > Duration.between(time, calendar.end()).toSeconds()) {
        return true;
      }
      time = time.plusSeconds((long) (days * DAY));
      Instant hour = calendar.hour(time, chance);
      if (hour.isAfter(orders.getLast())) {
        orders.add(hour);
      }
      if (chance.happens(leaving)) {
        return false;
      }
    }
  }

  private String id(int index) {
    return "C-" + numbering.number(index);
  }

  /** The customer of an id. */
  public Shopper find(String id) {
    return draw(numbering.index(Long.parseLong(id.substring(2))));
  }
}
