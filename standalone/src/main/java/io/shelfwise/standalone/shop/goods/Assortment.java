package io.shelfwise.standalone.shop.goods;

import static java.util.stream.Collectors.groupingBy;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.chance.CumulativeWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All products of a shop. */
public final class Assortment {
  /** Some kinds come in many variants, some in few: the shape of a gamma distribution. */
  private static final double VARIETY = 3;

  private final List<Item> items;
  private final List<Shelf> shelves;
  private final Shelf all;
  private final Complements complements;

  private Assortment(Lexicon lexicon, List<Item> items, long seed) {
    this.items = List.copyOf(items);
    this.all = new Shelf(items);
    this.complements = new Complements(lexicon, items, seed);
    Map<Category, List<Item>> byCategory = items.stream().collect(groupingBy(Item::category));
    this.shelves =
        lexicon.categories().stream()
            .map(c -> new Shelf(byCategory.getOrDefault(c, List.of())))
            .toList();
  }

  /**
   * Makes a shop's products: more of some kinds than of others, and in a shop that is large enough
   * one of each at least.
   *
   * @param products how many
   */
  public static Assortment make(Lexicon lexicon, int products, long seed) {
    Chance chance = Chance.of(seed, "assortment", 0);
    List<Kind> kinds = lexicon.kinds();
    double[] weights =
        CumulativeWeights.of(kinds.stream().mapToDouble(_ -> chance.gamma(VARIETY, 1)).toArray());
    ItemMaker maker = new ItemMaker(lexicon, products, seed);
    List<Item> items = new ArrayList<>(products);
    while (items.size() < products) {
      int next = items.size();
      boolean oneOfEach = products >= 2 * kinds.size() && next < kinds.size();
      Kind kind = kinds.get(oneOfEach ? next : chance.weighted(weights));
      maker.make(next, kind).ifPresent(items::add);
    }
    return new Assortment(lexicon, items, seed);
  }

  /** The products, each at its index. */
  public List<Item> items() {
    return items;
  }

  /** All products by price. */
  public Shelf all() {
    return all;
  }

  /** A category's products by price. */
  public Shelf shelf(int category) {
    return shelves.get(category);
  }

  /** What is bought along with what. */
  public Complements complements() {
    return complements;
  }
}
