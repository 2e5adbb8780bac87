package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;

/** What makes two customers similar. */
public sealed interface Similarity permits CosineSimilarity, PearsonSimilarity {
  /** What customers are compared by, and what neighbours say of products: customers by products. */
  SparseMatrix likes(TrainingData data);

  /**
   * Prepares to compare with these customers.
   *
   * @param likes what they like
   * @param byProduct the same by products: the first customers of a product are looked at first
   * @param most how many customers of a product are looked at
   */
  Comparison with(SparseMatrix likes, SparseMatrix byProduct, int most);
}
