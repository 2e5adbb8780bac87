package io.shelfwise.gateway.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How answers are made.
 *
 * @param candidates how many products each recommender proposes at most, 1 to 1,000
 * @param candidatesDeadline how long to wait for them
 * @param valueDeadline how long to wait for the customer's value
 * @param bestsellersKept how long the last known bestsellers may stand in for recommend-service
 */
@ConfigurationProperties("shelfwise.gateway.recommend")
public record RecommendSettings(
    int candidates, Duration candidatesDeadline, Duration valueDeadline, Duration bestsellersKept) {
  public RecommendSettings {
    if (candidates < 1 || candidates > 1000) {
      throw new IllegalArgumentException(
          "shelfwise.gateway.recommend.candidates: " + candidates + " (expected: 1 to 1000)");
    }
  }
}
