package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;

/**
 * What goes with what.
 *
 * @param related for each product, a row of those that go with it, weighted by the log-likelihood
 *     ratio of the pair
 */
public record CooccurrenceModel(SparseMatrix related) {
  /** Proposes by this model. */
  public Recommender recommender(Attention attention) {
    return new RelatedProducts(ProductRows.of(related), attention);
  }
}
