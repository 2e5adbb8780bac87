package io.shelfwise.value;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.value.segment.TierStrategies;

/**
 * What marketing does with the customers of each tier, in the shop's words.
 *
 * @param low with the third that spent least
 * @param medium with the third between
 * @param high with the third that spent most
 */
@ConfigurationProperties("shelfwise.value.strategies")
public record StrategySettings(String low, String medium, String high) {
  TierStrategies strategies() {
    return new TierStrategies(low, medium, high);
  }
}
