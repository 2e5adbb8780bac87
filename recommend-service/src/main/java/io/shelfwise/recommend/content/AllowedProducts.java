package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Finds the products that a caller allows, whatever that depends on. The caller is asked last, and
 * of those alone that everything else has found.
 */
final class AllowedProducts extends Query {
  /** What it costs to ask, in the unit of a simple comparison. */
  private static final float COST = 200;

  private final Predicate<String> allowed;

  /** Those whose ids pass. */
  AllowedProducts(Predicate<String> allowed) {
    this.allowed = allowed;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), ProductDocument.ID);
        DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
        Scorer scorer = new ConstantScoreScorer(score(), mode, asking(ids, all));
        return new DefaultScorerSupplier(scorer);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator asking(SortedDocValues ids, DocIdSetIterator all) {
    return new TwoPhaseIterator(all) {
      @Override
      public boolean matches() throws IOException {
        return ids.advanceExact(approximation.docID())
            && allowed.test(ids.lookupOrd(ids.ordValue()).utf8ToString());
      }

      @Override
      public float matchCost() {
        return COST;
      }
    };
  }

  @Override
  public String toString(String field) {
    return "allowed";
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AllowedProducts that && allowed.equals(that.allowed);
  }

  @Override
  public int hashCode() {
    return allowed.hashCode();
  }
}
