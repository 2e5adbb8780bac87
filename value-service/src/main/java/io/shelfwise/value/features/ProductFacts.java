package io.shelfwise.value.features;

import java.util.Optional;

/** What the catalogue says of a store's products. */
@FunctionalInterface
public interface ProductFacts {
  /** Of a store whose catalogue is not known. */
  ProductFacts UNKNOWN = product -> Optional.empty();

  /** What is known of a product, by its id; empty if it is not in the catalogue. */
  Optional<Facts> of(String product);

  /**
   * What is known of a product.
   *
   * @param category the widest category that it is in; empty if it is in none
   * @param brand its brand; empty if it has none
   */
  record Facts(String category, String brand) {}
}
