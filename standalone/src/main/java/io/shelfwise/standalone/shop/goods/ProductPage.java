package io.shelfwise.standalone.shop.goods;

import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.words.Phrase;
import io.shelfwise.standalone.shop.words.Prices;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a product's page says of it. */
public final class ProductPage {
  private static final double LOWEST_MARGIN = 0.25;
  private static final double HIGHEST_MARGIN = 0.6;
  private static final double MEAN_STOCK = 50;

  private final Description description;
  private final long seed;

  public ProductPage(Lexicon lexicon, long seed) {
    this.description = new Description(lexicon);
    this.seed = seed;
  }

  /** The product, with its name in a store. */
  public Product write(String store, Item item) {
    Chance chance = Chance.of(seed, "page", item.index());
    Category category = item.category();
    boolean inStock = item.availability() == Availability.AVAILABILITY_IN_STOCK;
    return Product.newBuilder()
        .setName("stores/" + store + "/products/" + item.id())
        .setTitle(item.title())
        .setDescription(description.write(item, chance))
        .setBrand(item.brand().name())
        .addCategories(category.department().name())
        .addCategories(category.name())
        .addCategories(Phrase.capitalized(item.kind().noun()))
        .setPrice(Prices.euros(item.cents()))
        .setMargin(Math.round(100 * chance.between(LOWEST_MARGIN, HIGHEST_MARGIN)) / 100.0)
        .setStock(inStock ? 1 + (long) chance.exponential(1 / MEAN_STOCK) : 0)
        .setAvailability(item.availability())
        .setHidden(item.hidden())
        .putAllAttributes(attributes(item))
        .setUri("https://shop.example.com/products/" + item.id())
        .build();
  }

  private static Map<String, String> attributes(Item item) {
    Kind kind = item.kind();
    Variant variant = item.variant();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(kind.materialAttribute(), variant.material());
    attributes.put("size", variant.size());
    attributes.put(kind.palette().attribute(), variant.shade());
    attributes.put("series", variant.series());
    attributes.put("style", item.brand().style());
    attributes.values().removeIf(String::isEmpty);
    return attributes;
  }
}
