package io.shelfwise.recommend.catalog;

import java.util.List;

/**
 * A part of the catalogue, by product id.
 *
 * @param products the products; fewer than were asked for if they are large
 * @param more whether there are products after these
 * @param total how many there are on all pages
 */
public record CatalogPage(List<CatalogProduct> products, boolean more, long total) {
  /** Of a store that has nothing. */
  static final CatalogPage EMPTY = new CatalogPage(List.of(), false, 0);

  public CatalogPage {
    products = List.copyOf(products);
  }
}
