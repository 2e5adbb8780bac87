package io.shelfwise.recommend.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What answers show of the products: all of it in memory, so that hundreds can be looked up for one
 * answer.
 */
public interface ShownProducts {
  /** What an answer shows of a product; empty if the store has no such product. */
  Optional<ShownProduct> shown(String store, String productId);

  /** The ids of the store's products, in order; none if there is no such store. */
  List<String> ids(String store);

  /**
   * A number that grows whenever a product of the store is written or deleted, over restarts too.
   */
  long version(String store);
}
