package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Filter;

/**
 * What to look for.
 *
 * @param text words in title, description, brand and categories; empty: everything
 * @param brand only products of this brand, exactly; empty: of any
 * @param category only products that have this among their categories, exactly; empty: any
 * @param minPriceMicros only products that cost at least this; 0: no bound
 * @param maxPriceMicros only products that cost at most this; 0: no bound
 * @param inStock only products that can be bought
 * @param language only products in this language, by its tag; empty: in any, each asked in its own
 * @param filter only products that are meant by this
 */
public record CatalogQuery(
    String text,
    String brand,
    String category,
    long minPriceMicros,
    long maxPriceMicros,
    boolean inStock,
    String language,
    Filter filter) {
  /** Words alone. */
  public static CatalogQuery text(String text) {
    return new CatalogQuery(text, "", "", 0, 0, false, "", Filter.EVERYTHING);
  }

  /** The same, for products in one language. */
  public CatalogQuery in(String tag) {
    return new CatalogQuery(
        text, brand, category, minPriceMicros, maxPriceMicros, inStock, tag, filter);
  }

  /** The same, for products that are meant by a filter. */
  public CatalogQuery only(Filter meant) {
    return new CatalogQuery(
        text, brand, category, minPriceMicros, maxPriceMicros, inStock, language, meant);
  }
}
