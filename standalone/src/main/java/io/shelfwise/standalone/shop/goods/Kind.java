package io.shelfwise.standalone.shop.goods;

import java.util.List;

/**
 * A kind of product, such as the camping kettle.
 *
 * @param index its number in the shop, from 0
 * @param noun what it is called, in lower case
 * @param price what one usually costs, in the shop's currency
 * @param varieties whether {@code materials} are varieties rather: Assam and Darjeeling
 * @param materials what it is made of, at least one
 * @param sizes from small to large; none if there is but one
 * @param palette what colours or the like it comes in
 * @param use completes "for …"
 */
public record Kind(
    int index,
    Category category,
    String noun,
    double price,
    boolean varieties,
    List<String> materials,
    List<String> sizes,
    Palette palette,
    String use) {
  public Kind {
    materials = List.copyOf(materials);
    sizes = List.copyOf(sizes);
    if (price <= 0) {
      throw new IllegalArgumentException("price of " + noun + ": " + price + " (expected: > 0)");
    }
    if (materials.isEmpty()) {
      throw new IllegalArgumentException(
          "materials of " + noun + ": none (expected: at least one)");
    }
  }

  /** What the first word of its products' titles is called as an attribute. */
  String materialAttribute() {
    return varieties ? "variety" : "material";
  }
}
