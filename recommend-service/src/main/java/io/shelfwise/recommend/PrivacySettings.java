package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * What is learned of customers only where they are many.
 *
 * @param leastCustomers what fewer customers did supports no proposal that follows from what others
 *     did: no pair of products, no rule, no neighbourhood
 */
@ConfigurationProperties("shelfwise.recommend.privacy")
public record PrivacySettings(int leastCustomers) {
  public PrivacySettings {
    if (leastCustomers < 1) {
      throw new IllegalArgumentException(
          "least-customers: " + leastCustomers + " (expected: >= 1)");
    }
  }
}
