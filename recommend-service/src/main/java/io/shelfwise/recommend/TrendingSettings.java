package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.popular.Popularity;
import java.time.Duration;

/**
 * How {@code trending} counts: every purchase.
 *
 * @param halfLife after what time something counts half
 * @param view what a look counts, in the unit of a purchase
 * @param cart what an addition to the cart counts
 * @param ranked how many products are ranked
 */
@ConfigurationProperties("shelfwise.recommend.trending")
public record TrendingSettings(Duration halfLife, double view, double cart, int ranked) {

  Popularity.Settings popularity() {
    return new Popularity.Settings(Days.of(halfLife), view, cart, false, ranked);
  }
}
