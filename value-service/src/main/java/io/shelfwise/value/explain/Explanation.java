package io.shelfwise.value.explain;

import java.util.List;

/**
 * What sets a group apart.
 *
 * @param rules who is in it, the rule for the most customers first
 * @param accuracy the share of customers whom the rules judge rightly; this and what follows is
 *     measured on customers from whom the rules were not made
 * @param baseline the same if everyone were put on the larger side
 * @param recall the share of the group's customers for whom a rule holds
 * @param precision the share of those for whom a rule holds who are in the group
 * @param customers from how many customers the rules were made
 */
public record Explanation(
    List<Rule> rules,
    double accuracy,
    double baseline,
    double recall,
    double precision,
    int customers) {
  public Explanation {
    rules = List.copyOf(rules);
  }
}
