package io.shelfwise.standalone.shop.visits;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.Return;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One customer's orders, one after the other, each with the visit that leads to it and with what
 * comes after.
 */
final class Ordering {
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final double SEARCHES = 0.25;

  /** Other products that are looked at for each that is bought. */
  private static final double ALTERNATIVES = 0.8;

  private static final double SECOND_THOUGHTS = 0.08;
  private static final double RATES = 0.12;

  private final Assortment assortment;
  private final BasketFiller filler;
  private final Opinions opinions;
  private final Interest interest;
  private final Diary diary;
  private final Chance chance;
  private final String number;
  private List<Line> last = List.of();
  private int orders;

  Ordering(
      String number,
      Assortment assortment,
      BasketFiller filler,
      Opinions opinions,
      Interest interest,
      Diary diary,
      Chance chance) {
    this.number = number;
    this.assortment = assortment;
    this.filler = filler;
    this.opinions = opinions;
    this.interest = interest;
    this.diary = diary;
    this.chance = chance;
  }

  /** The next order: to be worth so many cents, placed then. */
  void order(int cents, Moment moment) {
    Instant time = moment.time();
    List<Line> lines = filler.fill(cents, interest, wanted(), moment, chance);
    String order = number + "-" + ++orders;
    visit(order, lines, moment).note(diary, time);
    lines.forEach(line -> afterwards(order, line, time));
    last = lines;
  }

  /** What goes with the last order and is not in it. */
  private List<Item> wanted() {
    List<Item> bought = last.stream().map(Line::item).toList();
    return bought.stream()
        .flatMap(item -> assortment.complements().of(item).stream())
        .filter(item -> !bought.contains(item))
        .toList();
  }

  private Visit visit(String order, List<Line> lines, Moment moment) {
    Visit visit = new Visit(chance);
    for (Line line : lines) {
      if (chance.happens(SEARCHES)) {
        visit.search(line.item());
      }
      for (int others = chance.poisson(ALTERNATIVES); others > 0; others--) {
        visit.look(interest.pick(moment, chance));
      }
      visit.look(line.item());
      visit.lay(line.item(), line.quantity());
    }
    if (chance.happens(SECOND_THOUGHTS)) {
      Item rejected = interest.pick(moment, chance);
      visit.lay(rejected, 1);
      visit.takeOut(rejected, 1);
    }
    visit.buy(order, lines);
    return visit;
  }

  private void afterwards(String order, Line line, Instant time) {
    boolean sentBack = chance.happens(line.item().returnRate());
    if (sentBack) {
      Line part = new Line(line.item(), chance.between(1, line.quantity()), line.cents());
      Return.Builder back = Return.newBuilder().setOrder(order).addLines(part.toLineItem());
      diary.note(daysAfter(time, 3, 25), Event.newBuilder().setReturn(back));
    }
    if (chance.happens(RATES)) {
      diary.note(daysAfter(time, 5, 30), opinions.rate(line.item(), sentBack, chance));
    }
  }

  private Instant daysAfter(Instant time, double from, double to) {
    return time.plusSeconds((long) (chance.between(from, to) * DAY));
  }
}
