package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.chance.CumulativeWeights;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.goods.Shelf;
import io.shelfwise.standalone.shop.people.Leaning;
import java.time.Month;
import java.util.Optional;

/**
 * What catches a customer's eye: categories by taste and season, products by popularity, makers by
 * style.
 */
final class Interest {
  private static final double HIGHEST_SEASON = 2.2;
  private static final int ATTEMPTS = 12;

  /** The probability that a customer looks on if a maker is not of the preferred style. */
  private static final double PARTICULAR = 0.5;

  private final Assortment assortment;
  private final Leaning leaning;
  private final double[] categories;

  Interest(Assortment assortment, Leaning leaning) {
    this.assortment = assortment;
    this.leaning = leaning;
    this.categories =
        CumulativeWeights.of(
            leaning.categoryShares().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** A product at any price. */
  Item pick(Moment moment, Chance chance) {
    return pick(0, assortment.all().dearest(), moment, chance)
        .orElse(assortment.items().getFirst());
  }

  /**
   * A product that costs from {@code low} to {@code high} cents; none if a few looks found none.
   */
  Optional<Item> pick(int low, int high, Moment moment, Chance chance) {
    Optional<Item> seen = Optional.empty();
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<Item> next = shelf(chance).draw(low, high, chance).filter(moment::sells);
      seen = next.isPresent() ? next : seen;
      if (next.isPresent() && isRight(next.get(), moment.month(), chance)) {
        return next;
      }
    }
    return seen;
  }

  /** The products of a category that the customer is drawn to. */
  Shelf shelf(Chance chance) {
    return assortment.shelf(chance.weighted(categories));
  }

  private boolean isRight(Item item, Month month, Chance chance) {
    double season = item.category().department().season().get(month.getValue() - 1);
    boolean preferred = item.brand().style().equals(leaning.style());
    return chance.happens(season / HIGHEST_SEASON) && (preferred || !chance.happens(PARTICULAR));
  }
}
