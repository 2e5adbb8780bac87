package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Item;
import java.util.Locale;

/** What customers type who are after a product. */
final class SearchWords {
  private SearchWords() {}

  static String of(Item item, Chance chance) {
    String noun = item.kind().noun();
    String words =
        switch (chance.between(0, 9)) {
          case 0, 1, 2, 3 -> noun;
          case 4, 5 -> item.variant().material() + " " + noun;
          case 6 -> noun + " " + item.variant().shade();
          case 7 -> noun + " " + item.variant().size();
          case 8 -> item.brand().name();
          default -> item.category().name();
        };
    return words.strip().toLowerCase(Locale.ROOT);
  }
}
