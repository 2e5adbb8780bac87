package io.shelfwise.value;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.lifecycle.LifecycleRule.Thresholds;

/**
 * How it is told where customers stand.
 *
 * @param retentionFrom from how many days with a purchase on a customer is retained
 * @param priorIntervals how many of the store's usual intervals are mixed into the customer's own
 * @param storeIntervalDays how long those are while nobody has come back
 * @param atRiskOverdue after how many usual intervals of silence a customer is at risk
 * @param atRiskActive or below which probability of being active
 * @param atRiskSilence or from which probability of no purchase on
 * @param churnedOverdue after how many usual intervals of silence a customer has most likely left
 * @param churnedActive or below which probability of being active
 * @param churnedSilence or from which probability of no purchase on
 * @param silenceIntervals how many usual intervals ahead the probability of no purchase looks
 */
@ConfigurationProperties("shelfwise.value.lifecycle")
public record LifecycleSettings(
    int retentionFrom,
    double priorIntervals,
    double storeIntervalDays,
    double atRiskOverdue,
    double atRiskActive,
    double atRiskSilence,
    double churnedOverdue,
    double churnedActive,
    double churnedSilence,
    double silenceIntervals) {
  /** The rule that these settings describe. */
  LifecycleRule rule() {
    return new LifecycleRule(
        retentionFrom,
        priorIntervals,
        storeIntervalDays,
        new Thresholds(atRiskOverdue, atRiskActive, atRiskSilence),
        new Thresholds(churnedOverdue, churnedActive, churnedSilence),
        silenceIntervals);
  }
}
