package io.shelfwise.recommend.rules;

/**
 * Which rules are worth keeping.
 *
 * @param leastOrders how many orders must have all products of a rule
 * @param leastShare which part of all orders must have them, 0 to 1
 * @param leastCustomers how many different customers must have placed those orders: what fewer did
 *     is told to no one
 * @param leastConfidence which part of the orders that have the condition must have the conclusion
 *     too, 0 to 1
 * @param leastLift how many times as often as among all orders that must be
 * @param leastGain by how much the confidence must exceed that of every rule with a part of the
 *     condition
 * @param longestCondition how many products a condition has at most
 * @param mostSets how many frequent sets are dealt with; if there are more, conditions become
 *     shorter, and then more orders are asked for
 * @param related how many conclusions are kept for each condition
 */
public record RuleLimits(
    int leastOrders,
    double leastShare,
    int leastCustomers,
    double leastConfidence,
    double leastLift,
    double leastGain,
    int longestCondition,
    int mostSets,
    int related) {
  /** No one reads a rule of more. */
  private static final int LONGEST_CONDITION = 3;

  /** More would not fit into arrays. */
  private static final int MOST_SETS = 1 << 28;

  public RuleLimits {
    require("least-orders", leastOrders, 1, Integer.MAX_VALUE);
    require("least-share", leastShare, 0, 1);
    require("least-customers", leastCustomers, 1, Integer.MAX_VALUE);
    require("least-confidence", leastConfidence, 0, 1);
    require("least-lift", leastLift, 0, Double.MAX_VALUE);
    require("least-gain", leastGain, 0, 1);
    require("longest-condition", longestCondition, 1, LONGEST_CONDITION);
    require("most-sets", mostSets, 1, MOST_SETS);
    require("related", related, 1, Integer.MAX_VALUE);
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }

  /** How many of so many orders must have all products of a rule. */
  int support(int orders) {
    return Math.max(leastOrders, (int) Math.ceil(leastShare * orders));
  }
}
