package io.shelfwise.value.risk;

import java.util.Set;

/**
 * What counts as out of the ordinary.
 *
 * @param windowDays how many of the last days are looked at
 * @param methods what customers are compared with
 * @param fence {@link Method#IQR}: how many times the distance of the quartiles above the upper one
 * @param zScore {@link Method#Z_SCORE}: how many times the spread above the middle
 * @param robust whether middle and spread are the median and 1.4826 times the median deviation from
 *     it, which outliers do not move, instead of mean and standard deviation
 * @param leastFactor below how many times the middle all is ordinary, more than 1: who spent nearly
 *     the same each time has not done something odd by spending a third more
 * @param leastCustomers how many of the store's customers it takes to compare with them
 * @param leastDaysBefore {@link Method#OWN_HISTORY}: how long a customer must have been known
 *     before the window
 * @param chance {@link Method#OWN_HISTORY}: how rarely chance does the same
 */
public record RiskRule(
    int windowDays,
    Set<Method> methods,
    double fence,
    double zScore,
    boolean robust,
    double leastFactor,
    int leastCustomers,
    int leastDaysBefore,
    double chance) {
  public RiskRule {
    methods = Set.copyOf(methods);
    requireAtLeast("windowDays", windowDays, 1);
    requirePositive("fence", fence);
    requirePositive("zScore", zScore);
    if (!(leastFactor > 1 && leastFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "leastFactor: " + leastFactor + " (expected: > 1 and finite)");
    }
    requireAtLeast("leastCustomers", leastCustomers, 1);
    requireAtLeast("leastDaysBefore", leastDaysBefore, 1);
    if (!(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("chance: " + chance + " (expected: between 0 and 1)");
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0 and finite)");
    }
  }
}
