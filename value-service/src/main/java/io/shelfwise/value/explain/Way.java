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

  /** The way as a rule, with those of some customers for whom it holds. */
  Rule rule(List<LabelledRow> rows) {
    List<LabelledRow> found = rows.stream().filter(row -> isOf(row.features())).toList();
    long inside = found.stream().filter(LabelledRow::inside).count();
    return new Rule(
        List.copyOf(conditions.values()),
        found.size(),
        found.isEmpty() ? 0 : (double) inside / found.size());
  }
}
