package io.shelfwise.standalone.shop.goods;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.words.Phrase;
import io.shelfwise.standalone.shop.words.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Describes a product in three or four sentences: what it is for, what it is like, how it looks,
 * how to keep it.
 */
final class Description {
  private static final double ON_THE_MATERIAL = 0.6;
  private static final double ON_THE_SHADE = 0.6;
  private static final double ON_CARE = 0.5;

  private final Lexicon lexicon;
  private final Table phrases = Table.read("descriptions.txt");
  private final Map<String, List<String>> styles;

  Description(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.styles =
        Table.read("styles.txt").rows().stream()
            .collect(toMap(List::getFirst, row -> Table.sentences(row.get(1))));
  }

  String write(Item item, Chance chance) {
    Map<String, String> words = item.words();
    return Stream.of(opening(), nature(item, chance), looks(item, chance), end(item, chance))
        .filter(sentences -> !sentences.isEmpty())
        .map(sentences -> Phrase.fill(chance.pick(sentences), words))
        .collect(joining(" "));
  }

  private List<String> opening() {
    return phrases.lines("opening");
  }

  private List<String> nature(Item item, Chance chance) {
    if (item.kind().varieties()) {
      return phrases.lines("nature variety");
    }
    return chance.happens(ON_THE_MATERIAL)
        ? lexicon.material(item.variant().material()).praises()
        : styles.getOrDefault(item.brand().style(), List.of());
  }

  private List<String> looks(Item item, Chance chance) {
    Variant variant = item.variant();
    if (!variant.shade().isEmpty() && chance.happens(ON_THE_SHADE)) {
      return phrases.lines(item.kind().palette().attribute());
    }
    boolean measured = variant.size().chars().anyMatch(Character::isDigit);
    return measured ? phrases.lines("size") : List.of();
  }

  private List<String> end(Item item, Chance chance) {
    String care = lexicon.material(item.variant().material()).care();
    return care.isEmpty() || !chance.happens(ON_CARE)
        ? phrases.lines("end " + item.kind().materialAttribute())
        : List.of(care);
  }
}
