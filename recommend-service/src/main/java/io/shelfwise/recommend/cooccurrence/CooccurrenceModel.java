package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What goes with what.
 *
 * @param companions for each product, a row of those that go with it best, weighted by the
 *     log-likelihood ratio of the pair
 * @param accompanied for each product, a row of those that have it among their companions: the
 *     other way round
 * @param largest the largest weight, 0 if there is none: the unit in which a product speaks for
 *     itself
 */
public record CooccurrenceModel(
    SparseMatrix companions, SparseMatrix accompanied, float largest, Attention attention)
    implements Model {

  /** The model of these companions. */
  static CooccurrenceModel of(SparseMatrix companions, Attention attention) {
    float largest = 0;
    for (float weight : companions.values()) {
      largest = Math.max(largest, weight);
    }
    return new CooccurrenceModel(companions, companions.transposed(), largest, attention);
  }

  /**
   * Proposes by this model.
   *
   * <p>On a product's page stand the product's companions. To a history, a product is proposed as
   * far as the history has the product's companions: so each product is judged by the same number
   * of others, and one that everybody buys does not come up merely because it is among the
   * companions of everything.
   */
  @Override
  public Recommender recommender() {
    Attention scaled = attention.inUnitOf(largest);
    Recommender onPage = new RelatedProducts(ProductRows.of(companions), scaled);
    Recommender forHistory = new RelatedProducts(ProductRows.of(accompanied), scaled);
    return (query, count, scratch) ->
        (query.history() ? forHistory : onPage).propose(query, count, scratch);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    companions.write(out);
  }
}
