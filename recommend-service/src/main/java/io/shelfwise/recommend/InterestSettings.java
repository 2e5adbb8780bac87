package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.StoreInteractions;
import java.time.Duration;

/**
 * How much interest each thing that customers do shows, in the unit of a purchase.
 *
 * @param historyLength how many products a customer's history goes back
 * @param journalLength and how many single actions
 * @param sessionPause how long a visit to the shop lies still at most
 * @param leastInterest from which interest on a product counts as liked, when models are trained
 * @param view of looking at a product once
 * @param mostViews how many looks count
 * @param cart of laying it into the cart
 * @param purchase of buying it
 * @param praise of rating it well
 * @param goodStars from how many stars on a rating is good
 * @param badStars up to how many stars a rating is bad
 * @param against how much it speaks against a product to bring it back or to rate it badly
 * @param halfLife after what time an interest counts half when models are trained
 */
@ConfigurationProperties("shelfwise.recommend.interest")
public record InterestSettings(
    int historyLength,
    int journalLength,
    Duration sessionPause,
    double leastInterest,
    double view,
    int mostViews,
    double cart,
    double purchase,
    double praise,
    double goodStars,
    double badStars,
    double against,
    Duration halfLife) {

  InterestWeights weights() {
    return new InterestWeights(
        view, mostViews, cart, purchase, praise, goodStars, badStars, against, Days.of(halfLife));
  }

  StoreInteractions.Reach reach() {
    return new StoreInteractions.Reach(historyLength, journalLength);
  }
}
