package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.popular.Newcomers;
import java.time.Duration;

/**
 * How new products are for {@code new}.
 *
 * @param halfLife after what time a product is half as new
 * @param longest after what time it is not new any more
 * @param ranked how many products of the ranking are made ready
 */
@ConfigurationProperties("shelfwise.recommend.new")
public record NewSettings(Duration halfLife, Duration longest, int ranked) {

  Newcomers.Settings newcomers() {
    return new Newcomers.Settings(Days.of(halfLife), Days.of(longest), ranked);
  }
}
