package io.shelfwise.standalone.shop.goods;

import static java.util.stream.Collectors.groupingBy;

import io.shelfwise.standalone.shop.chance.Chance;
import java.util.List;
import java.util.Map;

/**
 * Which products are bought along with which: planted, and so what a recommender should find.
 *
 * <p>The kinds that go together are the vocabulary's; of each such kind, a product has the one that
 * matches it best among a few.
 */
public final class Complements {
  /** Enough to find a match in, and few enough for shops with hundreds of products of a kind. */
  private static final int CANDIDATES = 12;

  private final List<List<Item>> ofItem;

  Complements(Lexicon lexicon, List<Item> items, long seed) {
    Map<String, List<Item>> byNoun = items.stream().collect(groupingBy(item -> item.kind().noun()));
    ofItem = items.stream().map(item -> choose(item, lexicon, byNoun, seed)).toList();
  }

  /**
   * The products that are bought along with a product, in the direction in which they are: pegs
   * with the tent.
   */
  public List<Item> of(Item item) {
    return ofItem.get(item.index());
  }

  private static List<Item> choose(
      Item item, Lexicon lexicon, Map<String, List<Item>> byNoun, long seed) {
    Chance chance = Chance.of(seed, "complements", item.index());
    return lexicon.complementsOf(item.kind()).stream()
        .map(noun -> byNoun.getOrDefault(noun, List.of()))
        .filter(candidates -> !candidates.isEmpty())
        .map(candidates -> best(item, candidates, chance))
        .toList();
  }

  private static Item best(Item item, List<Item> candidates, Chance chance) {
    Item best = chance.pick(candidates);
    for (int i = 1; i < CANDIDATES; i++) {
      Item next = chance.pick(candidates);
      best = match(item, next) > match(item, best) ? next : best;
    }
    return best;
  }

  private static int match(Item item, Item other) {
    return (item.brand().equals(other.brand()) ? 4 : 0)
        + (item.brand().style().equals(other.brand().style()) ? 2 : 0)
        + (item.variant().shade().equals(other.variant().shade()) ? 1 : 0);
  }
}
