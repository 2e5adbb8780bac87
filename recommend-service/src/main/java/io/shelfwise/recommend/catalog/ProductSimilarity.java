package io.shelfwise.recommend.catalog;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How the fields of a product are scored: attributes by their cosine, words by a measure that can
 * be chosen for each search, since an index is the same for all.
 */
public final class ProductSimilarity extends PerFieldSimilarityWrapper {
  private final Similarity words;
  private final Similarity attributes = new AttributeSimilarity();

  private ProductSimilarity(Similarity words) {
    this.words = words;
  }

  /**
   * Words count by BM25.
   *
   * @see <a href="https://doi.org/10.1561/1500000019">Robertson, Zaragoza: The probabilistic
   *     relevance framework, 2009</a>
   */
  public static ProductSimilarity bm25() {
    return new ProductSimilarity(new BM25Similarity());
  }

  /** Words count by {@code √tf · idf² / √length}, as Lucene's classic measure has it. */
  public static ProductSimilarity tfIdf() {
    return new ProductSimilarity(new ClassicSimilarity());
  }

  @Override
  public Similarity get(String field) {
    return field.equals(ProductDocument.TRAITS) ? attributes : words;
  }
}
