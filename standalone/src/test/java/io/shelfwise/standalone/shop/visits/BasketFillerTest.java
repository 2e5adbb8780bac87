package io.shelfwise.standalone.shop.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Launches;
import io.shelfwise.standalone.shop.goods.Lexicon;
import io.shelfwise.standalone.shop.people.SpendLevel;
import io.shelfwise.standalone.shop.people.Tastes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BasketFillerTest {
  private static final int ORDERS = 5_000;
  private static final Instant LAST = Instant.parse("2026-05-01T12:00:00Z");

  private final Lexicon lexicon = Lexicon.read();
  private final Assortment assortment = Assortment.make(lexicon, 2_000, 1);
  private final Tastes tastes = Tastes.read(lexicon);
  private final BasketFiller filler = new BasketFiller(assortment);
  private final Moment moment =
      new Moment(LAST, Launches.draw(2_000, LAST.minus(Duration.ofDays(730)), LAST, 1));

  @Test
  void nearlyEveryOrderIsWorthWhatWasDrawn() {
    long near =
        IntStream.range(0, ORDERS)
            .filter(
                i -> {
                  Chance chance = Chance.of(1, "test", i);
                  int target = SpendLevel.USUAL.drawCents(chance.gamma(5, 48), chance);
                  int value = value(fill(target, chance));
                  return Math.abs(value - target) <= Basket.tolerance(target);
                })
            .count();
    assertThat(near).isGreaterThan((long) (0.95 * ORDERS));
  }

  @Test
  void whatIsNotSoldYetIsNotBought() {
    for (int i = 0; i < ORDERS; i++) {
      assertThat(fill(20_000, Chance.of(1, "test", i)))
          .extracting(Line::item)
          .allMatch(moment::sells);
    }
  }

  @Test
  void noProductIsOnTwoLines() {
    for (int i = 0; i < 500; i++) {
      assertThat(fill(20_000, Chance.of(1, "test", i)))
          .extracting(Line::item)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void evenTheSmallestOrderHasALine() {
    int cheapest = assortment.all().nearest(0, moment::sells).orElseThrow().cents();
    assertThat(value(fill(1, Chance.of(1, "test", 0))))
        .isBetween(cheapest, cheapest + Basket.tolerance(cheapest));
  }

  private List<Line> fill(int target, Chance chance) {
    Interest interest = new Interest(assortment, tastes.lean(chance));
    return filler.fill(target, interest, List.of(), moment, chance);
  }

  private static int value(List<Line> lines) {
    return lines.stream().mapToInt(Line::value).sum();
  }
}
