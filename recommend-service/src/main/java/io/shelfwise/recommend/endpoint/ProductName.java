package io.shelfwise.recommend.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.util.List;

/**
 * The name of a product of a store.
 *
 * @param store the store's id
 * @param product the product's id
 */
record ProductName(String store, String product) {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final ResourceName PRODUCT = ResourceName.of("stores/{store}/products/{product}");

  /** The store that a request is about. */
  static String storeOf(String parent) {
    return STORE.parse("parent", parent).getFirst();
  }

  static ProductName parse(String field, String name) {
    List<String> ids = PRODUCT.parse(field, name);
    return new ProductName(ids.getFirst(), ids.getLast());
  }

  /** A name that may be the id alone, of a product that is in the store for sure. */
  static ProductName parseIn(String store, String field, String name) {
    if (ResourceName.isId(name)) {
      return new ProductName(store, name);
    }
    ProductName parsed = parse(field, name);
    if (!parsed.store().equals(store)) {
      throw ApiException.invalid(field, "be of " + STORE.format(store));
    }
    return parsed;
  }

  @Override
  public String toString() {
    return PRODUCT.format(store, product);
  }
}
