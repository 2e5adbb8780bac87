package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.baskets.BuyAgainTrainer;
import io.shelfwise.recommend.baskets.RepeatPrior;
import java.time.Duration;

/**
 * How {@code buy-again} works.
 *
 * @param shape how alike customers are in how often they buy a product
 * @param exposure how long all customers of a product together must have been watched for its own
 *     rate to be believed half
 * @param intervals how many intervals between two purchases of a product must have been seen for
 *     its own to be believed half
 * @param period how far ahead is looked
 */
@ConfigurationProperties("shelfwise.recommend.buy-again")
public record BuyAgainSettings(double shape, Duration exposure, double intervals, Duration period) {

  BuyAgainTrainer trainer() {
    return new BuyAgainTrainer(
        new RepeatPrior(shape, Days.of(exposure), intervals, Days.of(period)));
  }
}
