package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What foretells what.
 *
 * @param weights for each product, a row of those that it foretells, and how strongly; less than 0
 *     where it foretells that they are of no interest
 * @param largest the largest weight, 0 if there is none: the unit in which a product speaks for
 *     itself
 * @param attention what is listened to
 */
public record AutoencoderModel(SparseMatrix weights, float largest, Attention attention)
    implements Model {

  /** The model of these weights. */
  static AutoencoderModel of(SparseMatrix weights, Attention attention) {
    return new AutoencoderModel(weights, weights.largest(), attention);
  }

  @Override
  public Recommender recommender() {
    return new RelatedProducts(ProductRows.of(weights), attention.inUnitOf(largest));
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    weights.write(out);
  }
}
