package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.popular.Popularity;
import java.time.Duration;

/**
 * How {@code popular} counts: each customer's latest purchase of a product.
 *
 * @param halfLife after what time a purchase counts half
 * @param view what a look counts, in the unit of a purchase
 * @param cart what an addition to the cart counts
 * @param ranked how many products are ranked
 */
@ConfigurationProperties("shelfwise.recommend.popular")
public record PopularSettings(Duration halfLife, double view, double cart, int ranked) {

  Popularity.Settings popularity() {
    return new Popularity.Settings(Days.of(halfLife), view, cart, true, ranked);
  }
}
