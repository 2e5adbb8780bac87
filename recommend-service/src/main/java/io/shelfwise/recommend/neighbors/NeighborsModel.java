package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Customers and what they like, both ways round.
 *
 * @param interests what each customer likes
 * @param byProduct the customers that like each product
 * @param norms the Euclidean length of each customer's interests
 * @param rows the row of each customer
 * @param neighborhood which customers are neighbours
 * @param attention what is listened to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record NeighborsModel(
    Interests interests,
    SparseMatrix byProduct,
    float[] norms,
    Map<String, Integer> rows,
    Neighborhood neighborhood,
    Attention attention)
    implements Model {

  /** The model that these interests make. */
  static NeighborsModel of(Interests interests, Neighborhood neighborhood, Attention attention) {
    SparseMatrix matrix = interests.matrix();
    float[] norms = new float[matrix.height()];
    Map<String, Integer> rows = HashMap.newHashMap(matrix.height());
    for (int row = 0; row < norms.length; row++) {
      double squares = 0;
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        squares += (double) matrix.values()[e] * matrix.values()[e];
      }
      norms[row] = (float) Math.sqrt(squares);
      rows.put(interests.customers().get(row), row);
    }
    return new NeighborsModel(
        interests, matrix.transposed(), norms, Map.copyOf(rows), neighborhood, attention);
  }

  @Override
  public Recommender recommender() {
    return new NeighborsRecommender(this, neighborhood, attention);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    interests.write(out);
  }
}
