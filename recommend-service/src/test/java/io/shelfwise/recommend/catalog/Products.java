package io.shelfwise.recommend.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products to test with. */
public final class Products {
  private static final Instant WRITTEN = Instant.parse("2011-12-09T12:50:00.000000123Z");

  private Products() {}

  /** A product that is its title. */
  public static CatalogProduct titled(String id, String title) {
    return of(id, Wording.of(title), Offer.UNPRICED);
  }

  /** A product of these words, on these terms. */
  public static CatalogProduct of(String id, Wording wording, Offer offer) {
    return new CatalogProduct(id, wording, offer, Map.of(), "", Optional.empty(), WRITTEN);
  }

  /** In stock at a price. */
  static Offer at(String currency, long micros) {
    return new Offer(
        Optional.of(new Price(currency, micros)), 0.4, 7, Availability.IN_STOCK, false);
  }

  /** Not to be had, or not to be shown. */
  static Offer offer(Availability availability, boolean hidden) {
    return new Offer(Optional.empty(), 0, 0, availability, hidden);
  }

  /** A product that has everything. */
  static CatalogProduct whole(String id) {
    return new CatalogProduct(
        id,
        new Wording(
            "Café kettle",
            "Boils a litre, 🫖 in two minutes",
            "Brühwarm",
            List.of("Kitchen", "Tea & coffee", "Kettles")),
        at("EUR", 39_990_000),
        Map.of("colour", "red", "volume", "1 l"),
        "https://shop.example/kettle",
        Optional.of(Embedding.of(0.25f, -1, 3e-7f)),
        WRITTEN);
  }
}
