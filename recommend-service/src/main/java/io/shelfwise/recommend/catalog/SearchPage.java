package io.shelfwise.recommend.catalog;

import java.util.List;

/**
 * A part of what was found, best first.
 *
 * @param found the products; fewer than were asked for if they are large
 * @param total how many there are on all pages
 */
public record SearchPage(List<Found> found, long total) {
  /** Of a store that has nothing. */
  static final SearchPage EMPTY = new SearchPage(List.of(), 0);

  public SearchPage {
    found = List.copyOf(found);
  }

  /**
   * A product that was found.
   *
   * @param product the product
   * @param score how well it fits; comparable within one answer only
   */
  public record Found(CatalogProduct product, double score) {}
}
