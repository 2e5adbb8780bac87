package io.shelfwise.recommend.rules;

import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds rules in the orders.
 *
 * <p>Orders of many products have more frequent sets than anyone can deal with. Then the conditions
 * become shorter, product by product, and when they are single products, twice as many orders are
 * asked for, until it can be done.
 */
public final class RulesTrainer implements Trainer<RulesModel> {
  private final RuleLimits limits;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param attention what is listened to
   */
  public RulesTrainer(RuleLimits limits, Attention attention) {
    this.limits = limits;
    this.attention = attention;
  }

  @Override
  public RulesModel train(TrainingData data, Watch watch) {
    int least = limits.support(data.orders().groups());
    int longest = limits.longestCondition() + 1;
    while (true) {
      Baskets baskets = Baskets.of(data.orders(), least, limits.leastCustomers());
      Optional<FrequentSets> sets =
          SetGrowth.find(baskets, least, longest, limits.mostSets(), watch::check);
      if (sets.isPresent()) {
        Rules rules = new RuleMaker(baskets, sets.get(), limits).make(watch::check);
        return new RulesModel(rules, attention);
      }
      if (longest > 2) {
        longest--;
      } else {
        least *= 2;
      }
    }
  }

  @Override
  public RulesModel read(DataInputStream in) throws IOException {
    return new RulesModel(Rules.read(in), attention);
  }
}
