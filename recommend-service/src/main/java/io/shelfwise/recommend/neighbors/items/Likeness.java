package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.pairs.PairWeight;

/** What makes two products alike. */
public sealed interface Likeness permits Cosine, Bm25, RandomWalk {
  /** Prepares to compare the products that customers have these interests in. */
  Comparison compare(SparseMatrix interests);

  /**
   * Which products are kept: for each the ones that speak best for it, rather than the ones it
   * speaks best for. Where all products are judged by the same number of others, one that everybody
   * likes does not come up merely because it is among the best of everything.
   */
  boolean keepsWhatSpeaksForEach();

  /**
   * A comparison of products by their customers.
   *
   * @param customers customers by products, with what a customer counts for a product
   * @param weight how alike two products are, by the products of what their customers count
   */
  record Comparison(SparseMatrix customers, PairWeight weight) {}
}
