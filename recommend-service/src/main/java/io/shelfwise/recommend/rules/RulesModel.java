package io.shelfwise.recommend.rules;

import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;

/** What is bought by whoever buys something. */
public final class RulesModel implements Model {
  private final Rules rules;
  private final Recommender recommender;

  RulesModel(Rules rules, Attention attention) {
    this.rules = rules;
    this.recommender = new RulesRecommender(rules, attention);
  }

  /** The rules. */
  Rules rules() {
    return rules;
  }

  @Override
  public Recommender recommender() {
    return recommender;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    rules.write(out);
  }
}
