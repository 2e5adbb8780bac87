package io.shelfwise.value.explain;

import io.shelfwise.value.features.CustomerFeatures;
import java.util.List;
import java.util.Map;

/**
 * A way through a decision tree to its end.
 *
 * @param conditions what must hold on it, by the feature's place
 * @param end where it leads
 */
record Way(Map<Integer, Condition> conditions, Branch.End end) {
  boolean isOf(CustomerFeatures customer) {
    return conditions.entrySet().stream()
        .allMatch(condition -> condition.getValue().holds(customer.value(condition.getKey())));
  }

  double precision() {
    return (double) end.inside() / Math.max(1, end.customers());
  }

  /**
   * The way as a rule.
   *
   * @param customers for how many customers it holds
   * @param inside how many of these are in the group
   */
  Rule rule(long customers, long inside) {
    return new Rule(
        List.copyOf(conditions.values()),
        customers,
        customers == 0 ? 0 : (double) inside / customers);
  }
}
