package io.shelfwise.standalone.shop.goods;

import io.shelfwise.product.v1.Product.Availability;
import java.util.Map;

/**
 * A product as the generator sees it.
 *
 * @param index its number in the assortment, from 0
 * @param id its id in the shop, such as {@code KIT-04821}
 * @param cents what a piece costs
 * @param popularity how much it is asked for; long-tailed
 * @param stars what its ratings are around, 1 to 5
 * @param returnRate the part of its order lines that comes back
 * @param hidden whether the shop does not show it
 */
public record Item(
    int index,
    String id,
    Kind kind,
    Brand brand,
    Variant variant,
    int cents,
    double popularity,
    double stars,
    double returnRate,
    Availability availability,
    boolean hidden) {
  public Item {
    if (cents <= 0) {
      throw new IllegalArgumentException(
          "price of " + id + ": " + cents + " cents (expected: > 0)");
    }
  }

  /** What it is called in the shop. */
  public String title() {
    return variant.title(kind.noun());
  }

  /** The words that sentences about it are filled with; those that do not apply are empty. */
  public Map<String, String> words() {
    return Map.of(
        "noun", kind.noun(),
        "use", kind.use(),
        "material", variant.material(),
        "size", variant.size(),
        "shade", variant.shade(),
        "brand", brand.name(),
        "category", kind.category().name());
  }

  /** Its group of goods. */
  public Category category() {
    return kind.category();
  }
}
