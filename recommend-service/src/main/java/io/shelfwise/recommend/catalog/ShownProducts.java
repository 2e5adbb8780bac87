package io.shelfwise.recommend.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What answers show of the products: all of it in memory, so that hundreds can be looked up for one
 * answer.
 */
public interface ShownProducts {
  /** What an answer shows of a product; empty if the store has no such product. */
  Optional<ShownProduct> shown(String store, String productId);

  /** When a product was first put into the catalogue; empty if that is not known. */
  default Optional<Instant> created(String store, String productId) {
    return Optional.empty();
  }

  /** The ids of the store's products, in order; none if there is no such store. */
  List<String> ids(String store);

  /**
   * A number that grows whenever a product of the store is written or deleted, over restarts too.
   */
  long version(String store);
}
