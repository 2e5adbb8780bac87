package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.rules.RuleLimits;
import io.shelfwise.recommend.rules.RulesTrainer;
import java.time.Duration;

/**
 * How {@code rules} works.
 *
 * @param leastOrders how many orders must have all products of a rule
 * @param leastShare which part of all orders must have them, 0 to 1
 * @param leastConfidence which part of the orders that have the condition must have the conclusion
 *     too, 0 to 1
 * @param leastLift how many times as often as among all orders that must be
 * @param leastGain by how much the confidence must exceed that of every rule with a part of the
 *     condition
 * @param longestCondition how many products a condition has at most, 1 to 3
 * @param mostSets how many frequent sets are dealt with
 * @param related how many conclusions are kept for each condition
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 */
@ConfigurationProperties("shelfwise.recommend.rules")
public record RulesSettings(
    int leastOrders,
    double leastShare,
    double leastConfidence,
    double leastLift,
    double leastGain,
    int longestCondition,
    int mostSets,
    int related,
    int historyLength,
    Duration halfLife) {

  RulesTrainer trainer(PrivacySettings privacy) {
    return new RulesTrainer(
        new RuleLimits(
            leastOrders,
            leastShare,
            privacy.leastCustomers(),
            leastConfidence,
            leastLift,
            leastGain,
            longestCondition,
            mostSets,
            related),
        new Attention(historyLength, Days.of(halfLife), 0));
  }
}
