package io.shelfwise.recommend.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the shop sells.
 *
 * @param id the product's id, unique in its store
 * @param wording its words
 * @param offer on what terms it is sold
 * @param attributes further properties, such as {@code colour} → {@code red}
 * @param uri where its page is; empty if that is not known
 * @param embedding where the shop's own model places it, if it has one
 * @param updateTime when it was last written
 * @param createTime when it was first written
 */
public record CatalogProduct(
    String id,
    Wording wording,
    Offer offer,
    Map<String, String> attributes,
    String uri,
    Optional<Embedding> embedding,
    Instant updateTime,
    Instant createTime) {
  public CatalogProduct {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id: empty (expected: at least a character)");
    }
    attributes = Map.copyOf(attributes);
  }

  /** A product that is written for the first time. */
  public CatalogProduct(
      String id,
      Wording wording,
      Offer offer,
      Map<String, String> attributes,
      String uri,
      Optional<Embedding> embedding,
      Instant written) {
    this(id, wording, offer, attributes, uri, embedding, written, written);
  }

  /** The same, first written at another time. */
  CatalogProduct createdAt(Instant time) {
    return new CatalogProduct(id, wording, offer, attributes, uri, embedding, updateTime, time);
  }
}
