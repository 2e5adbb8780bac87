package io.shelfwise.standalone.shop.people;

import static java.util.stream.Collectors.toMap;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Category;
import io.shelfwise.standalone.shop.goods.Lexicon;
import io.shelfwise.standalone.shop.words.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All tastes, and how a customer is mixed from them. */
public final class Tastes {
  /** How much of a customer is the first taste, and the second; they can be the same. */
  private static final double FIRST = 0.65;

  private static final double SECOND = 1 - FIRST;

  /** The part of purchases that no taste explains: any category, each as likely. */
  private static final double WHIM = 0.12;

  private final List<Taste> all;
  private final int categories;

  private Tastes(List<Taste> all, int categories) {
    this.all = all;
    this.categories = categories;
  }

  /** Reads the tastes. */
  public static Tastes read(Lexicon lexicon) {
    Map<String, Category> byName =
        lexicon.categories().stream().collect(toMap(Category::name, c -> c));
    List<Taste> all =
        Table.read("tastes.txt").rows().stream().map(row -> taste(row, byName)).toList();
    return new Tastes(all, byName.size());
  }

  private static Taste taste(List<String> row, Map<String, Category> byName) {
    List<String> styles = List.of(row.get(1).split(" "));
    return new Taste(row.get(0), styles, Table.list(row.get(2)).stream().map(byName::get).toList());
  }

  /** All tastes. */
  public List<Taste> all() {
    return all;
  }

  /** A customer's own mixture: mostly one taste, and some of another. */
  public Leaning lean(Chance chance) {
    Taste first = chance.pick(all);
    Taste second = chance.pick(all);
    return new Leaning(first, second, chance.pick(first.styles()), categoryWeights(first, second));
  }

  private List<Double> categoryWeights(Taste first, Taste second) {
    Double[] weights = new Double[categories];
    Arrays.fill(weights, WHIM / categories);
    add(weights, first, (1 - WHIM) * FIRST);
    add(weights, second, (1 - WHIM) * SECOND);
    return List.of(weights);
  }

  private static void add(Double[] weights, Taste taste, double part) {
    for (int place = 0; place < taste.categories().size(); place++) {
      weights[taste.categories().get(place).index()] += part * taste.share(place);
    }
  }
}
