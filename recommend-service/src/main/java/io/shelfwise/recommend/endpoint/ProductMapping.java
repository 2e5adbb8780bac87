package io.shelfwise.recommend.endpoint;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.product.v1.Product;
import io.shelfwise.recommend.catalog.Availability;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Embedding;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Price;
import io.shelfwise.recommend.catalog.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A product as the contract has it, and as the catalogue does. */
public final class ProductMapping {
  private static final int NANOS_PER_MICRO = 1_000;

  private ProductMapping() {}

  /** A product that keeps the rules, as the catalogue has it. */
  public static CatalogProduct toCatalog(String id, Product product, Instant now) {
    return new CatalogProduct(
        id,
        new Wording(
            product.getTitle(),
            product.getDescription(),
            product.getBrand(),
            product.getCategoriesList(),
            product.getLanguageCode()),
        new Offer(
            product.hasPrice() ? Optional.of(toPrice(product.getPrice())) : Optional.empty(),
            product.getMargin(),
            product.getStock(),
            toCatalog(product.getAvailability()),
            product.getHidden()),
        product.getAttributesMap(),
        product.getUri(),
        product.getEmbeddingCount() == 0
            ? Optional.empty()
            : Optional.of(Embedding.of(values(product.getEmbeddingList()))),
        now);
  }

  static Product toProto(String store, CatalogProduct product) {
    Wording wording = product.wording();
    Offer offer = product.offer();
    Product.Builder message =
        Product.newBuilder()
            .setName(new ProductName(store, product.id()).toString())
            .setTitle(wording.title())
            .setDescription(wording.description())
            .setBrand(wording.brand())
            .addAllCategories(wording.categories())
            .setLanguageCode(wording.language())
            .setMargin(offer.margin())
            .setStock(offer.stock())
            .setAvailability(toProto(offer.availability()))
            .setHidden(offer.hidden())
            .putAllAttributes(product.attributes())
            .setUri(product.uri())
            .setUpdateTime(toTimestamp(product.updateTime()))
            .setCreateTime(toTimestamp(product.createTime()));
    product.embedding().ifPresent(embedding -> add(embedding, message));
    offer.price().ifPresent(price -> message.setPrice(toMoney(price)));
    return message.build();
  }

  /** The values of an embedding. */
  static float[] values(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  private static void add(Embedding embedding, Product.Builder to) {
    for (float value : embedding.values()) {
      to.addEmbedding(value);
    }
  }

  private static Timestamp toTimestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  private static Price toPrice(Money money) {
    return new Price(
        money.getCurrencyCode(),
        money.getUnits() * Price.MICROS_PER_UNIT + money.getNanos() / NANOS_PER_MICRO);
  }

  private static Money toMoney(Price price) {
    return Money.newBuilder()
        .setCurrencyCode(price.currencyCode())
        .setUnits(price.micros() / Price.MICROS_PER_UNIT)
        .setNanos((int) (price.micros() % Price.MICROS_PER_UNIT) * NANOS_PER_MICRO)
        .build();
  }

  private static Availability toCatalog(Product.Availability availability) {
    return switch (availability) {
      case AVAILABILITY_UNSPECIFIED, AVAILABILITY_IN_STOCK -> Availability.IN_STOCK;
      case AVAILABILITY_OUT_OF_STOCK -> Availability.OUT_OF_STOCK;
      case AVAILABILITY_DISCONTINUED -> Availability.DISCONTINUED;
      case UNRECOGNIZED -> throw new IllegalArgumentException("availability: " + availability);
    };
  }

  private static Product.Availability toProto(Availability availability) {
    return switch (availability) {
      case IN_STOCK -> Product.Availability.AVAILABILITY_IN_STOCK;
      case OUT_OF_STOCK -> Product.Availability.AVAILABILITY_OUT_OF_STOCK;
      case DISCONTINUED -> Product.Availability.AVAILABILITY_DISCONTINUED;
    };
  }
}
