package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Products and what is alike.
 *
 * @param alike for each product, a row of those that are kept for it, with how alike they are
 * @param speaking for each product, a row of those that it speaks for in a history: the same, or
 *     the other way round
 * @param largest the largest weight, 0 if there is none: the unit in which a product speaks for
 *     itself
 */
public record ItemModel(
    SparseMatrix alike, SparseMatrix speaking, float largest, Attention attention)
    implements Model {

  /** The model of these products. */
  static ItemModel of(SparseMatrix alike, Likeness likeness, Attention attention) {
    SparseMatrix speaking = likeness.keepsWhatSpeaksForEach() ? alike.transposed() : alike;
    return new ItemModel(alike, speaking, alike.largest(), attention);
  }

  /** Proposes, on a product's page what is kept for it, and to a history what it speaks for. */
  @Override
  public Recommender recommender() {
    Attention scaled = attention.inUnitOf(largest);
    Recommender onPage = new RelatedProducts(ProductRows.of(alike), scaled);
    Recommender forHistory = new RelatedProducts(ProductRows.of(speaking), scaled);
    return (query, count, scratch) ->
        (query.history() ? forHistory : onPage).propose(query, count, scratch);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    alike.write(out);
  }
}
