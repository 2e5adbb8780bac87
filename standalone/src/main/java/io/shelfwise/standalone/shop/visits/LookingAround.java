package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Item;

/**
 * A visit without an order: a few looks, sometimes a search, sometimes a cart that is left
 * standing.
 */
final class LookingAround {
  private static final double FURTHER_LOOKS = 2.5;
  private static final double SEARCHES = 0.2;
  private static final double LAYS_IN_CART = 0.1;
  private static final double THINKS_BETTER_OF_IT = 0.4;

  private LookingAround() {}

  static Visit visit(Interest interest, Moment moment, Chance chance) {
    Visit visit = new Visit(chance);
    for (int looks = 1 + chance.poisson(FURTHER_LOOKS); looks > 0; looks--) {
      look(interest.pick(moment, chance), visit, chance);
    }
    return visit;
  }

  private static void look(Item item, Visit visit, Chance chance) {
    if (chance.happens(SEARCHES)) {
      visit.search(item);
    }
    visit.look(item);
    if (chance.happens(LAYS_IN_CART)) {
      visit.lay(item, 1);
      if (chance.happens(THINKS_BETTER_OF_IT)) {
        visit.takeOut(item, 1);
      }
    }
  }
}
