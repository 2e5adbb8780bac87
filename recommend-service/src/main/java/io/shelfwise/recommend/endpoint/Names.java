package io.shelfwise.recommend.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of the names in requests and answers. */
final class Names {
  static final ResourceName STORE = ResourceName.of("stores/{store}");
  static final ResourceName CUSTOMER = ResourceName.of("stores/{store}/customers/{customer}");
  static final ResourceName PRODUCT = ResourceName.of("stores/{store}/products/{product}");
  static final ResourceName RECOMMENDER =
      ResourceName.of("stores/{store}/recommenders/{recommender}");
  static final ResourceName TRAINING = ResourceName.of("stores/{store}/trainings/{training}");

  static final ResourceName EVALUATION = ResourceName.of("stores/{store}/evaluations/{evaluation}");

  private Names() {}

  static String store(String parent) {
    return STORE.parse("parent", parent).getFirst();
  }

  /** The customer's id; empty for no name. */
  static String customer(String store, String name) {
    return name.isEmpty() ? "" : inStore(store, "customer", CUSTOMER.parse("customer", name));
  }

  /** The id that a caller has chosen for something new; empty if none was. */
  static Optional<String> chosen(String field, String id) {
    if (!id.isEmpty() && !ResourceName.isId(id)) {
      throw ApiException.invalid(
          field, "be empty or 1 to 128 characters of A-Z a-z 0-9 . _ : - and not - alone");
    }
    return Optional.of(id).filter(one -> !one.isEmpty());
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
