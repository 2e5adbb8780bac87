package io.shelfwise.profile.customer;

import io.shelfwise.rpc.ResourceName;
import java.util.List;

/**
 * {@code stores/{store}/customers/{customer}}.
 *
 * @param store the store's id
 * @param customer the customer's id
 */
record CustomerName(String store, String customer) {
  private static final ResourceName FORM = ResourceName.of("stores/{store}/customers/{customer}");

  static CustomerName parse(String field, String name) {
    List<String> ids = FORM.parse(field, name);
    return new CustomerName(ids.get(0), ids.get(1));
  }

  @Override
  public String toString() {
    return FORM.format(store, customer);
  }
}
