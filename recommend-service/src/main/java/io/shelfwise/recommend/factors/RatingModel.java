package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What stars customers would give: the mean of all, what the product is above it, and the inner
 * product of the factors (see {@link RatingFit}). A customer's factors are solved for when they are
 * asked for, from what the stars that the customer has given by then are above the rest.
 *
 * @param mean the mean of all stars
 * @param above by how much each product is above it
 * @param space the products
 * @param settings how the factors were fitted
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record RatingModel(float mean, float[] above, ProductSpace space, FactorSettings settings)
    implements Model {

  /** What is expected for a product before anything is known of the customer. */
  float expected(int product) {
    return mean + above[product];
  }

  @Override
  public Recommender recommender() {
    return new RatingRecommender(this);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeFloat(mean);
    out.writeInt(above.length);
    for (float part : above) {
      out.writeFloat(part);
    }
    space.write(out);
  }
}
