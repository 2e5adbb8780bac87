package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;

/** How often each product is bought again. */
public final class BuyAgainModel implements Model {
  private final RepeatRates rates;
  private final Recommender recommender;

  BuyAgainModel(RepeatRates rates, RepeatPrior prior) {
    this.rates = rates;
    this.recommender = new BuyAgainRecommender(rates, prior);
  }

  @Override
  public Recommender recommender() {
    return recommender;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    rates.write(out);
  }
}
