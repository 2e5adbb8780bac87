package io.shelfwise.recommend.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.util.ArrayList;
import java.util.List;

/** The forms of the names in requests and answers. */
final class Names {
  static final ResourceName STORE = ResourceName.of("stores/{store}");
  static final ResourceName CUSTOMER = ResourceName.of("stores/{store}/customers/{customer}");
  static final ResourceName PRODUCT = ResourceName.of("stores/{store}/products/{product}");
  static final ResourceName RECOMMENDER =
      ResourceName.of("stores/{store}/recommenders/{recommender}");
  static final ResourceName TRAINING = ResourceName.of("stores/{store}/trainings/{training}");

  private Names() {}

  static String store(String parent) {
    return STORE.parse("parent", parent).getFirst();
  }

  /** The customer's id; empty for no name. */
  static String customer(String store, String name) {
    return name.isEmpty() ? "" : inStore(store, "customer", CUSTOMER.parse("customer", name));
  }

  static List<String> products(String store, String field, List<String> names, int most) {
    if (names.size() > most) {
      throw ApiException.invalid(field, "have at most " + most + " entries");
    }
    List<String> ids = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      String entry = field + "[" + i + "]";
      ids.add(inStore(store, entry, PRODUCT.parse(entry, names.get(i))));
    }
    return ids;
  }

  private static String inStore(String store, String field, List<String> ids) {
    if (!ids.getFirst().equals(store)) {
      throw ApiException.invalid(field, "be of the store stores/" + store);
    }
    return ids.get(1);
  }
}
