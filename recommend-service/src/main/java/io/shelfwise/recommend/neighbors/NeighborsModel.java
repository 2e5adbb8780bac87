package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Customers and what they like.
 *
 * @param likes what each customer likes, the customers in an order of no meaning
 * @param rows the row of each customer
 * @param comparison how they are compared with who asks
 * @param neighborhood which customers are neighbours
 * @param attention what is listened to
 */
public record NeighborsModel(
    Interests likes,
    Map<String, Integer> rows,
    Comparison comparison,
    Neighborhood neighborhood,
    Attention attention)
    implements Model {

  /** The model that these likes make. */
  static NeighborsModel of(
      Interests likes, Similarity similarity, Neighborhood neighborhood, Attention attention) {
    SparseMatrix matrix = likes.matrix();
    Map<String, Integer> rows = HashMap.newHashMap(matrix.height());
    for (int row = 0; row < matrix.height(); row++) {
      rows.put(likes.customers().get(row), row);
    }
    Comparison comparison =
        similarity.with(matrix, matrix.transposed(), neighborhood.mostCustomers());
    // No Map.copyOf: ids that are numbered have hashes in a row, and it looks for each past all
    // others.
    return new NeighborsModel(
        likes, Collections.unmodifiableMap(rows), comparison, neighborhood, attention);
  }

  @Override
  public Recommender recommender() {
    return new NeighborsRecommender(this);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    likes.write(out);
  }
}
