package io.shelfwise.value.explain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Conditions that hold together.
 *
 * @param conditions the conditions, each of another feature
 * @param customers for how many of all customers they hold
 * @param precision the share of these who are in the group
 */
public record Rule(List<Condition> conditions, long customers, double precision) {
  public Rule {
    conditions = List.copyOf(conditions);
  }

  /** The rule in words. */
  public String text() {
    return conditions.stream().map(Condition::text).collect(Collectors.joining(", and "));
  }
}
