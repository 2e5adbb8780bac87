package io.shelfwise.standalone.bench;

import io.shelfwise.product.v1.Product;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Price;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.standalone.shop.SampleShop;
import io.shelfwise.standalone.shop.ShopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The catalogue of a shop that is made up, in a folder that goes when it is closed. */
final class GeneratedCatalog implements AutoCloseable {
  /** The id of the shop. */
  static final String STORE = "bench";

  private static final int CHUNK = 2_000;
  private static final int MOST_WORDS = 3;
  private static final double MISTYPED = 0.1;
  private static final int NANOS_PER_MICRO = 1_000;

  private final Path folder;
  private final Catalog catalog;
  private final List<CatalogProduct> products;

  private GeneratedCatalog(Path folder, Catalog catalog, List<CatalogProduct> products) {
    this.folder = folder;
    this.catalog = catalog;
    this.products = products;
  }

  static GeneratedCatalog make(int count, long seed) throws IOException {
    ShopSettings settings =
        new ShopSettings(seed, count, 1, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(1));
    List<CatalogProduct> products =
        SampleShop.make(settings).products(STORE).map(GeneratedCatalog::product).toList();
    Path folder = Files.createTempDirectory("shelfwise-bench");
    Catalog catalog = Catalog.open(Catalog.Settings.usual(folder));
    for (int from = 0; from < count; from += CHUNK) {
      catalog.write(STORE, products.subList(from, Math.min(count, from + CHUNK)));
    }
    return new GeneratedCatalog(folder, catalog, products);
  }

  private static CatalogProduct product(Product product) {
    Price price =
        new Price(
            product.getPrice().getCurrencyCode(),
            product.getPrice().getUnits() * Price.MICROS_PER_UNIT
                + product.getPrice().getNanos() / NANOS_PER_MICRO);
    Offer unpriced = Offer.UNPRICED;
    return new CatalogProduct(
        product.getName().substring(product.getName().lastIndexOf('/') + 1),
        new Wording(
            product.getTitle(),
            product.getDescription(),
            product.getBrand(),
            product.getCategoriesList()),
        new Offer(Optional.of(price), product.getMargin(), 1, unpriced.availability(), false),
        product.getAttributesMap(),
        product.getUri(),
        Optional.empty(),
        Instant.EPOCH);
  }

  Catalog catalog() {
    return catalog;
  }

  String id(int product) {
    return products.get(product).id();
  }

  /** What a shopper types who looks for a product: words of its title, at times one letter off. */
  String typed(int product, SplittableRandom random) {
    Wording wording = products.get(product).wording();
    List<String> words = List.of((wording.title() + " " + wording.brand()).split(" "));
    int first = random.nextInt(words.size());
    int last = Math.min(words.size(), first + 1 + random.nextInt(MOST_WORDS));
    String typed = String.join(" ", words.subList(first, last));
    if (random.nextDouble() >= MISTYPED) {
      return typed;
    }
    int slip = random.nextInt(typed.length());
    return typed.substring(0, slip) + "x" + typed.substring(slip + 1);
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
