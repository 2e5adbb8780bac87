package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The factors of the products. Those of customers are not kept: they are solved for at the moment
 * of asking.
 *
 * @param space the products
 * @param settings how the factors were fitted, by which customers' are solved for too
 * @param attention what is listened to
 * @param probed into how many cells to look at least
 */
public record FactorModel(
    ProductSpace space, FactorSettings settings, Attention attention, int probed) implements Model {

  @Override
  public Recommender recommender() {
    return new FactorRecommender(this);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeDouble(settings.regularization());
    space.write(out);
  }
}
