package io.shelfwise.standalone.shop.goods;

import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.words.Numbering;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes products of kinds, no two with the same title. */
final class ItemMaker {
  /**
   * A product's popularity is u^-TAIL for a uniform u: the k-th of n has about (n / k)^TAIL, which
   * is Zipf's law.
   */
  private static final double TAIL = 0.7;

  private static final double MOST_POPULAR = 60;

  /** What is not shown is hardly found. */
  private static final double HIDDEN_POPULARITY = 0.1;

  private static final double OUT_OF_STOCK = 0.04;
  private static final double DISCONTINUED = 0.07;
  private static final double HIDDEN = 0.015;
  private static final double IN_SERIES = 0.3;
  private static final int ATTEMPTS = 20;
  private static final double MEAN_RETURN_RATE = 0.05;

  private final Lexicon lexicon;
  private final long seed;
  private final Numbering numbering;
  private final Set<String> titles = new HashSet<>();
  private final Map<String, Integer> madeInDepartment = new HashMap<>();

  ItemMaker(Lexicon lexicon, int products, long seed) {
    this.lexicon = lexicon;
    this.seed = seed;
    this.numbering = new Numbering(products);
  }

  /** The next product, of this kind; none if there are no more titles to be found for it. */
  Optional<Item> make(int index, Kind kind) {
    Chance chance = Chance.of(seed, "item " + kind.noun(), index);
    return newVariant(kind, chance).map(variant -> make(index, kind, variant, chance));
  }

  private Item make(int index, Kind kind, Variant variant, Chance chance) {
    Department department = kind.category().department();
    Brand brand = chance.pick(lexicon.brandsOf(department));
    Material material = lexicon.material(variant.material());
    boolean hidden = chance.happens(HIDDEN);
    double popularity = Math.min(MOST_POPULAR, Math.pow(1 - chance.uniform(), -TAIL));
    return new Item(
        index,
        id(department),
        kind,
        brand,
        variant,
        Pricing.cents(kind, brand, material, variant.size(), chance),
        hidden ? popularity * HIDDEN_POPULARITY : popularity,
        1 + 4 * chance.beta(8, 2),
        chance.gamma(2, 2 / MEAN_RETURN_RATE),
        availability(chance.uniform()),
        hidden);
  }

  private String id(Department department) {
    int place = madeInDepartment.merge(department.code(), 1, Integer::sum);
    return department.code() + "-" + numbering.number(place);
  }

  private Optional<Variant> newVariant(Kind kind, Chance chance) {
    for (int i = 0; i < ATTEMPTS; i++) {
      boolean named = chance.happens(IN_SERIES) || i > ATTEMPTS / 2;
      Variant variant =
          new Variant(
              named ? chance.pick(lexicon.series()) : "",
              chance.pick(kind.materials()),
              pickOrNone(kind.sizes(), chance),
              pickOrNone(kind.palette().shades(), chance));
      if (titles.add(variant.title(kind.noun()))) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  private static String pickOrNone(List<String> words, Chance chance) {
    return words.isEmpty() ? "" : chance.pick(words);
  }

  private static Availability availability(double u) {
    if (u < OUT_OF_STOCK) {
      return Availability.AVAILABILITY_OUT_OF_STOCK;
    }
    return u < DISCONTINUED
        ? Availability.AVAILABILITY_DISCONTINUED
        : Availability.AVAILABILITY_IN_STOCK;
  }
}
