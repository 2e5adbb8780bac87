package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What stars customers would give: the mean of all, what the product is above it, and the inner
 * product of the factors (see {@link RatingFit}). A customer's factors are solved for when they are
 * asked for, from what the stars that the customer gave before the training are above the rest.
 *
 * @param mean the mean of all stars
 * @param above by how much each product is above it
 * @param space the products
 * @param residuals by how much each customer's stars are above the sum of both
 * @param numbers the number of each customer
 * @param settings how the factors were fitted
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record RatingModel(
    float mean,
    float[] above,
    ProductSpace space,
    Interests residuals,
    Map<String, Integer> numbers,
    FactorSettings settings)
    implements Model {

  static RatingModel of(
      float mean, float[] above, ProductSpace space, Interests residuals, FactorSettings settings) {
    Map<String, Integer> numbers = HashMap.newHashMap(residuals.customers().size());
    for (int number = 0; number < residuals.customers().size(); number++) {
      numbers.put(residuals.customers().get(number), number);
    }
    return new RatingModel(mean, above, space, residuals, Map.copyOf(numbers), settings);
  }

  /** What is expected for a product before anything is known of the customer. */
  float expected(int product) {
    return mean + above[product];
  }

  @Override
  public Recommender recommender() {
    return new RatingRecommender(this);
  }

  /** Solves for the factors of a customer who gave stars. */
  FoldIn foldIn(int customer, Scratch scratch) {
    SparseMatrix matrix = residuals.matrix();
    int from = matrix.starts()[customer];
    int count = matrix.starts()[customer + 1] - from;
    int[] rows = new int[count];
    float[] weights = new float[count];
    float[] targets = new float[count];
    for (int i = 0; i < count; i++) {
      rows[i] = space.row(matrix.columns()[from + i]);
      weights[i] = settings.feedback().weight(matrix.values()[from + i]);
      targets[i] = settings.feedback().target(matrix.values()[from + i]);
    }
    return new FoldIn(
        space.factors(),
        new float[space.factors().stride()],
        settings.penalty(count, 0),
        rows,
        weights,
        targets,
        count,
        scratch);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeFloat(mean);
    out.writeInt(above.length);
    for (float part : above) {
      out.writeFloat(part);
    }
    space.write(out);
    residuals.write(out);
  }
}
