package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.catalog.CatalogProduct;
import java.util.List;

/** What a shop sells. */
interface Goods {
  /** What is known when nothing is known but who wants what. */
  Goods UNKNOWN = minute -> List.of();

  /** The products as they were known before a minute, counted since 1970. */
  List<CatalogProduct> before(int minute);
}
