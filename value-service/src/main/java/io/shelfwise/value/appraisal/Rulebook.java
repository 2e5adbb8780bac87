package io.shelfwise.value.appraisal;

import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.risk.RiskRule;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.LoyaltyRule;
import io.shelfwise.value.segment.RfmTable;
import io.shelfwise.value.segment.TierStrategies;

/**
 * What the shop goes by when it tells its customers apart.
 *
 * @param strategies what marketing does with each tier
 * @param rfm how finely recency, frequency and monetary value are scored
 * @param levels the levels that customers reach
 * @param loyalty who is loyal
 * @param lifecycle which numbers make which stage
 * @param actions what to do about whom
 * @param risk what counts as out of the ordinary
 * @param horizon how far ahead to look, unless asked otherwise
 */
public record Rulebook(
    TierStrategies strategies,
    RfmTable rfm,
    Levels levels,
    LoyaltyRule loyalty,
    LifecycleRule lifecycle,
    ActionTable actions,
    RiskRule risk,
    Horizon horizon) {}
