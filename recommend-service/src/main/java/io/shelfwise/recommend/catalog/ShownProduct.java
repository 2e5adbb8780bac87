package io.shelfwise.recommend.catalog;

/**
 * What an answer shows of a product, and is ranked by.
 *
 * @param id the product's id
 * @param title what it is called
 * @param priceCurrency the currency of the price; empty if there is no price
 * @param priceMicros what a piece costs, in millionths of the currency's unit
 * @param margin the part of the price that is left to the shop, 0 to 1
 * @param category the widest of its categories; empty if it has none
 * @param brand who makes it; empty if that is not known
 * @param showable whether it may be recommended: it can be bought, and is not hidden
 */
public record ShownProduct(
    String id,
    String title,
    String priceCurrency,
    long priceMicros,
    double margin,
    String category,
    String brand,
    boolean showable) {

  /**
   * What an answer shows of a product. The few categories, brands and currencies that there are
   * stand in memory once: answers look at those of hundreds of products.
   */
  static ShownProduct of(CatalogProduct product) {
    Wording wording = product.wording();
    Offer offer = product.offer();
    return new ShownProduct(
        product.id(),
        wording.title(),
        offer.price().map(Price::currencyCode).orElse("").intern(),
        offer.price().map(Price::micros).orElse(0L),
        offer.margin(),
        wording.widestCategory().intern(),
        wording.brand().intern(),
        offer.showable());
  }
}
