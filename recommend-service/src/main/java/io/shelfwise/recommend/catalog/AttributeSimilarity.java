package io.shelfwise.recommend.catalog;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Scores attributes so that the sum over the terms that two products {@code a} and {@code b} share
 * is the cosine of their vectors, but for the length of the one that is asked for:
 *
 * <pre>
 * score(term, b) = w(term)² / |b|,   |b|² = Σ w(term)² over the terms of b
 * </pre>
 *
 * <p>The frequency of a term is the square of its weight, so the length of a field, which Lucene
 * sums up, is the square of the vector's length, exactly. The more a term weighs and the shorter
 * the vector, the higher the score: by that Lucene may leave out what cannot come among the best.
 */
final class AttributeSimilarity extends Similarity {
  @Override
  public long computeNorm(FieldInvertState state) {
    return state.getLength();
  }

  @Override
  public SimScorer scorer(
      float boost, CollectionStatistics collection, TermStatistics... statistics) {
    return new SimScorer() {
      @Override
      public float score(float frequency, long norm) {
        return (float) (boost * frequency / Math.sqrt(norm * (double) AttributeTerm.UNIT));
      }
    };
  }
}
