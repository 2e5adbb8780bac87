package io.shelfwise.standalone.shop.visits;

import io.shelfwise.event.v1.Event;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Launches;
import io.shelfwise.standalone.shop.people.Calendar;
import io.shelfwise.standalone.shop.people.Shopper;
import io.shelfwise.standalone.shop.people.SpendLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tells what a customer did: comes to look around now and then, comes to order when the customer's
 * rhythm says so.
 *
 * <p>Any thread may ask for any customer, and gets the same.
 */
public final class Storyteller {
  private static final double DAY = Duration.ofDays(1).toSeconds();

  /** Visits without an order: so many a day for everyone, and so many for each order. */
  private static final double LOOKS_A_DAY = 0.008;

  private static final double LOOKS_AN_ORDER = 0.8;

  /** How long customers who have bought for the last time still look in, in days on average. */
  private static final double FAREWELL = 25;

  /**
   * One customer in so many is in the shop at the end, so that the shop is alive when it is opened.
   */
  private static final int IN_THE_SHOP = 97;

  private static final double LAST_MINUTES = 300;

  private final long seed;
  private final Assortment assortment;
  private final Launches launches;
  private final SpendLevel spend;
  private final Calendar calendar;
  private final BasketFiller filler;
  private final Opinions opinions = new Opinions();

  public Storyteller(
      long seed, Assortment assortment, Launches launches, SpendLevel spend, Calendar calendar) {
    this.seed = seed;
    this.assortment = assortment;
    this.launches = launches;
    this.spend = spend;
    this.calendar = calendar;
    this.filler = new BasketFiller(assortment);
  }

  /** Everything that a customer did, in order of time. */
  public List<Event> tell(Shopper shopper) {
    Chance chance = Chance.of(seed, "story", shopper.index());
    Diary diary = new Diary(shopper.id(), calendar.end());
    Interest interest = new Interest(assortment, shopper.leaning());
    looks(shopper, chance)
        .forEach(time -> LookingAround.visit(interest, at(time), chance).note(diary, time));
    Ordering ordering =
        new Ordering(
            shopper.id().substring(2), assortment, filler, opinions, interest, diary, chance);
    Survey survey =
        new Survey(
            shopper.active(), interest, launches, Chance.of(seed, "survey", shopper.index()));
    for (Instant time : shopper.orders()) {
      ordering.order(spend.drawCents(shopper.spendRate(), chance), at(time));
      survey.after(time, diary);
    }
    return diary.events();
  }

  private Moment at(Instant time) {
    return new Moment(time, launches);
  }

  /** When the customer comes without ordering. */
  private List<Instant> looks(Shopper shopper, Chance chance) {
    Instant last = lastSeen(shopper, chance);
    double days = Duration.between(shopper.arrival(), last).toSeconds() / DAY;
    double rate = LOOKS_A_DAY + LOOKS_AN_ORDER * (shopper.orders().isEmpty() ? 0 : shopper.rate());
    List<Instant> times = new ArrayList<>(Collections.nCopies(chance.poisson(rate * days), last));
    times.replaceAll(
        _ -> calendar.hour(last.minusSeconds((long) (chance.uniform() * days * DAY)), chance));
    if (shopper.orders().isEmpty()) {
      times.add(shopper.arrival());
    }
    if (shopper.index() % IN_THE_SHOP == 0) {
      times.add(calendar.end().minusSeconds((long) (chance.uniform() * LAST_MINUTES)));
    }
    return times;
  }

  private Instant lastSeen(Shopper shopper, Chance chance) {
    if (shopper.active()) {
      return calendar.end();
    }
    Instant farewell =
        shopper.orders().getLast().plusSeconds((long) (chance.exponential(1 / FAREWELL) * DAY));
    return farewell.isBefore(calendar.end()) ? farewell : calendar.end();
  }
}
