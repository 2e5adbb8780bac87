package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.AttributeTerm;
import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * Likeness in attributes: the cosine of the vectors of what products have, {@code Σ w² over what
 * both have / (|a| · |b|)}. The index keeps for each thing which products have it, so that only
 * those are looked at that have anything in common; what comes out is exact.
 */
final class AttributeLikeness implements Likeness {
  private final AskedTerms asked;
  private final List<Trait> traits;
  private final int[] traitOfTerm;
  private final double length;

  private AttributeLikeness(
      AskedTerms asked, List<Trait> traits, int[] traitOfTerm, double length) {
    this.asked = asked;
    this.traits = traits;
    this.traitOfTerm = traitOfTerm;
    this.length = length;
  }

  /** Likeness to a product that has these. */
  static AttributeLikeness to(
      List<AttributeTerm> attributes, CatalogView view, IndexSearcher searcher) throws IOException {
    List<ScoredTerm> terms = new ArrayList<>();
    List<Trait> traits = new ArrayList<>();
    int[] traitOfTerm = new int[attributes.size()];
    double squares = 0;
    for (int i = 0; i < traitOfTerm.length; i++) {
      AttributeTerm attribute = attributes.get(i);
      terms.add(view.scored(searcher, new Term(ProductDocument.TRAITS, attribute.term())));
      Trait trait = new Trait.Attribute(attribute.name(), attribute.value());
      // The stretches of one number follow each other, and are told as one.
      if (traits.isEmpty() || !traits.getLast().equals(trait)) {
        traits.add(trait);
      }
      traitOfTerm[i] = traits.size() - 1;
      squares += attribute.weight();
    }
    float[] boosts = new float[traitOfTerm.length];
    Arrays.fill(boosts, 1);
    return new AttributeLikeness(
        new AskedTerms(view.size(), terms, boosts),
        traits,
        traitOfTerm,
        Math.sqrt(squares / AttributeTerm.UNIT));
  }

  @Override
  public List<Trait> traits() {
    return traits;
  }

  @Override
  public int[] nearest(int most, IntPredicate allowed) {
    return asked.best(most, allowed);
  }

  @Override
  public double[][] parts(int[] products) {
    double[][] parts = asked.parts(products, traitOfTerm, traits.size());
    if (length > 0) {
      AskedTerms.divide(parts, length);
    }
    return parts;
  }
}
