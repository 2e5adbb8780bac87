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
 * @param attention what is listened to; what a product speaks for itself is in the unit of the
 *     largest weight
 */
public record AutoencoderModel(SparseMatrix weights, Attention attention) implements Model {

  @Override
  public Recommender recommender() {
    float largest = 0;
    for (float weight : weights.values()) {
      largest = Math.max(largest, weight);
    }
    return new RelatedProducts(ProductRows.of(weights), attention.inUnitOf(largest));
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    weights.write(out);
  }
}
