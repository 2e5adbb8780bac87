package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.goods.Shelf;
import java.util.List;
import java.util.Optional;

/**
 * Fills a basket until it is worth what its customer was drawn to spend: with what goes with the
 * last order, with what the customer likes and what goes with that, and at the end with something
 * whose price is what is left.
 */
final class BasketFiller {
  /**
   * The probability that a complement is bought in the same order, and, if it was not, in the next.
   */
  private static final double SAME_ORDER = 0.4;

  private static final double NEXT_ORDER = 0.15;

  private static final double FURTHER_LINES = 1.3;
  private static final int MOST_LINES = 40;

  /** Below these prices, in cents, one buys several, or now and then a second. */
  private static final int CHEAP = 800;

  private static final int MODERATE = 2_000;

  private static final double ON_OFFER = 0.06;
  private static final int[] OFFERS = {10, 15, 20, 25};
  private static final int LAST_LOOKS = 10;
  private static final int MOST_AT_LAST = 4;

  private final Assortment assortment;

  BasketFiller(Assortment assortment) {
    this.assortment = assortment;
  }

  /**
   * The lines of an order, at least one.
   *
   * @param target what it is to be worth, in cents; at least what the cheapest product that is sold
   *     costs
   * @param wanted what goes with the customer's last order
   */
  List<Line> fill(int target, Interest interest, List<Item> wanted, Moment moment, Chance chance) {
    Item cheapest =
        assortment.all().nearest(0, moment::sells).orElse(assortment.items().getFirst());
    Basket basket = new Basket(Math.max(target, cheapest.cents()));
    wanted.stream()
        .filter(_ -> chance.happens(NEXT_ORDER))
        .filter(moment::sells)
        .forEach(item -> basket.add(item, 1, item.cents()));
    int lines = 1 + chance.poisson(FURTHER_LINES);
    int dearest = assortment.all().dearest();
    for (int i = 0;
        i < MOST_LINES && !basket.isFull() && (i < lines || basket.remaining() > dearest);
        i++) {
      int low = (int) (basket.remaining() * chance.between(0, 0.3));
      interest
          .pick(low, basket.remaining(), moment, chance)
          .ifPresent(item -> lay(item, basket, moment, chance));
    }
    finish(basket, interest, moment, chance);
    // Where prices lie far apart, the nearest may cost too much; the cheapest never does.
    if (basket.lines().isEmpty()) {
      basket.add(cheapest, 1, cheapest.cents());
    }
    return basket.lines();
  }

  private void lay(Item item, Basket basket, Moment moment, Chance chance) {
    int cents = priceToday(item, chance);
    int affordable = Math.max(1, basket.remaining() / cents);
    basket.add(item, Math.min(affordable, 1 + chance.poisson(appetite(item))), cents);
    for (Item complement : assortment.complements().of(item)) {
      if (chance.happens(SAME_ORDER) && moment.sells(complement)) {
        basket.add(complement, 1, complement.cents());
      }
    }
  }

  /** How many one buys beyond the first, on average. */
  private static double appetite(Item item) {
    if (item.cents() < CHEAP) {
      return 0.7;
    }
    return item.cents() < MODERATE ? 0.15 : 0;
  }

  private static int priceToday(Item item, Chance chance) {
    if (!chance.happens(ON_OFFER)) {
      return item.cents();
    }
    int percent = OFFERS[chance.between(0, OFFERS.length - 1)];
    return item.cents() * (100 - percent) / 100;
  }

  private void finish(Basket basket, Interest interest, Moment moment, Chance chance) {
    for (int i = 0; i < LAST_LOOKS && !basket.isFull(); i++) {
      finish(basket, interest.shelf(chance), moment, basket.tolerance());
    }
    if (!basket.isFull()) {
      finish(basket, assortment.all(), moment, basket.remaining() - 1);
    }
  }

  /**
   * Lays in a few pieces of the product that comes nearest to what is left, if they come as near as
   * {@code tolerance}.
   */
  private static void finish(Basket basket, Shelf shelf, Moment moment, int tolerance) {
    int left = basket.remaining();
    for (int quantity = 1; quantity <= MOST_AT_LAST; quantity++) {
      Optional<Item> item =
          shelf
              .nearest(left / quantity, moment::sells)
              .filter(nearest -> !basket.contains(nearest));
      if (item.isPresent() && Math.abs(left - quantity * item.get().cents()) <= tolerance) {
        basket.add(item.get(), quantity, item.get().cents());
        return;
      }
    }
  }
}
