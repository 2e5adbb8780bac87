package io.shelfwise.value;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.value.risk.Method;
import io.shelfwise.value.risk.RiskRule;
import java.util.Set;

/**
 * What counts as out of the ordinary.
 *
 * @param windowDays how many of the last days are looked at
 * @param methods what customers are compared with
 * @param fence how many times the distance of the quartiles above the upper one
 * @param zScore how many times the spread above the middle
 * @param robust whether these are median and median deviation
 * @param leastFactor below how many times the middle all is ordinary
 * @param leastCustomers how many of the store's customers it takes to compare with them
 * @param leastDaysBefore how long a customer must have been known before the window
 * @param chance how rarely chance does the same
 */
@ConfigurationProperties("shelfwise.value.risk")
public record RiskSettings(
    int windowDays,
    Set<Method> methods,
    double fence,
    double zScore,
    boolean robust,
    double leastFactor,
    int leastCustomers,
    int leastDaysBefore,
    double chance) {
  /** The rule that these settings describe. */
  RiskRule rule() {
    return new RiskRule(
        windowDays,
        methods,
        fence,
        zScore,
        robust,
        leastFactor,
        leastCustomers,
        leastDaysBefore,
        chance);
  }
}
