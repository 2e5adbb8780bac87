package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.AttributeTerm;
import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Likeness in attributes: the cosine of the vectors of what products have, {@code Σ w² over what
 * both have / (|a| · |b|)}. The index keeps for each thing which products have it, so that only
 * those are looked at that have anything in common, and of them only what may come among the
 * nearest; what comes out is exact.
 */
final class AttributeLikeness implements Likeness {
  private final IndexSearcher searcher;
  private final Query filter;
  private final List<Query> terms = new ArrayList<>();
  private final List<Trait> traits = new ArrayList<>();
  private final int[] traitOfTerm;
  private final double length;

  /** Likeness to a product that has these. */
  AttributeLikeness(List<AttributeTerm> attributes, IndexSearcher searcher, Query filter) {
    this.searcher = searcher;
    this.filter = filter;
    this.traitOfTerm = new int[attributes.size()];
    double squares = 0;
    for (int i = 0; i < traitOfTerm.length; i++) {
      AttributeTerm attribute = attributes.get(i);
      terms.add(new TermQuery(new Term(ProductDocument.TRAITS, attribute.term())));
      Trait trait = new Trait.Attribute(attribute.name(), attribute.value());
      // The stretches of one number follow each other, and are told as one.
      if (traits.isEmpty() || !traits.getLast().equals(trait)) {
        traits.add(trait);
      }
      traitOfTerm[i] = traits.size() - 1;
      squares += attribute.weight();
    }
    this.length = Math.sqrt(squares / AttributeTerm.UNIT);
  }

  @Override
  public List<Trait> traits() {
    return traits;
  }

  @Override
  public int[] nearest(int most) throws IOException {
    return IndexedTerms.best(searcher, terms, filter, most);
  }

  @Override
  public double[][] parts(int[] documents) throws IOException {
    double[][] parts = TermParts.of(searcher, documents, terms, traitOfTerm, traits.size());
    if (length > 0) {
      TermParts.divide(parts, length);
    }
    return parts;
  }
}
