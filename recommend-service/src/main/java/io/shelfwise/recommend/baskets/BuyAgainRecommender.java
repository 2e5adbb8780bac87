package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes which of the products that the customer has bought will be bought again soon. The score
 * is the probability that this happens within the period.
 *
 * <p>A customer buys a product again at a rate {@code λ} of the customer's own; over all who have
 * bought it, rates are gamma distributed with the shape {@code α} and the product's mean {@code α /
 * β}. Having bought it {@code x} times more within {@code T} days, with {@code s} days from the
 * first purchase to the last and {@code t} since then, the customer is expected to have the rate
 *
 * <pre>
 * λ = (x + α) ÷ (s + t + β)              P(again within h days) = 1 − e^(−λ h)
 * </pre>
 *
 * <p>That is highest just after a purchase, when no one needs another. So until twice the usual
 * interval {@code m} has passed, {@code 2 |m − t|} stands in the place of {@code t}: the rate grows
 * until the product is due, and declines when it is overdue. The usual interval is the mean of the
 * customer's own and one of the product's.
 *
 * @see <a href="https://doi.org/10.1145/3219819.3219891">Bhagat et al. (2018), Buy it again:
 *     modeling repeat purchase recommendations</a>
 */
final class BuyAgainRecommender implements Recommender {
  private final RepeatRates rates;
  private final RepeatPrior prior;

  BuyAgainRecommender(RepeatRates rates, RepeatPrior prior) {
    this.rates = rates;
    this.prior = prior;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Habits habits = Habits.of(query.trail(), query.now());
    Scores scores = scratch.products;
    scores.reset();
    for (int i = 0; i < habits.size(); i++) {
      scores.add(habits.product(i), -Math.expm1(-rate(habits, i) * prior.period()));
    }
    Best best = scratch.best;
    best.select(scores, count, query.allowed());
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      double score = best.score(place);
      proposals.add(
          new Proposal(
              best.number(place), score, List.of(habits.evidence(best.number(place), score))));
    }
    return proposals;
  }

  /** How many times a day the i-th product is bought again, as far as can be expected. */
  private double rate(Habits habits, int i) {
    int product = habits.product(i);
    double span = habits.spanDays(i);
    double since = habits.sinceDays(i);
    double usual = (span + rates.interval(product)) / habits.orders(i);
    double waited = since < 2 * usual ? 2 * Math.abs(usual - since) : since;
    double shape = prior.shape();
    return (habits.orders(i) - 1 + shape) / (span + waited + shape / rates.rate(product));
  }
}
