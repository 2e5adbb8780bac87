package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Filter;
import java.util.List;

/** Finds the products that a filter means. */
@FunctionalInterface
public interface FilteredProducts {
  /**
   * The ids of the store's products that the filter means, in no order; none if there is no such
   * store.
   */
  List<String> ids(String store, Filter filter);
}
