package io.shelfwise.standalone.shop.goods;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.chance.CumulativeWeights;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Products in order of price, from which one is taken within a range of prices, in proportion to
 * popularity.
 */
public final class Shelf {
  private final List<Item> items;
  private final int[] cents;
  private final double[] popularity;

  Shelf(List<Item> items) {
    this.items = items.stream().sorted(Comparator.comparingInt(Item::cents)).toList();
    this.cents = this.items.stream().mapToInt(Item::cents).toArray();
    this.popularity =
        CumulativeWeights.of(this.items.stream().mapToDouble(Item::popularity).toArray());
  }

  /** A product that costs from {@code low} to {@code high} cents, both included. */
  public Optional<Item> draw(int low, int high, Chance chance) {
    int first = firstFrom(low);
    int last = firstFrom(high + 1) - 1;
    if (first > last) {
      return Optional.empty();
    }
    double below = first == 0 ? 0 : popularity[first - 1];
    double sum = chance.between(below, popularity[last]);
    return Optional.of(items.get(CumulativeWeights.find(popularity, sum, first, last)));
  }

  /** The product whose price is nearest, of those that are sold. */
  public Optional<Item> nearest(int price, Predicate<Item> sold) {
    int above = firstFrom(price);
    int below = above - 1;
    while (above < items.size() && !sold.test(items.get(above))) {
      above++;
    }
    while (below >= 0 && !sold.test(items.get(below))) {
      below--;
    }
    if (above == items.size()) {
      return below < 0 ? Optional.empty() : Optional.of(items.get(below));
    }
    return Optional.of(
        items.get(below >= 0 && price - cents[below] < cents[above] - price ? below : above));
  }

  /** What the dearest product costs, in cents; 0 if there is none. */
  public int dearest() {
    return items.isEmpty() ? 0 : items.getLast().cents();
  }

  /** The first index whose price is at least {@code price}. */
  private int firstFrom(int price) {
    int low = 0;
    int high = cents.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cents[middle] < price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
