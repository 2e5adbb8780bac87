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
 * Likeness in attributes: the cosine or the distance of the vectors of what products have. The
 * index keeps for each thing which products have it, so that only those are looked at that have
 * anything in common; what comes out is exact.
 */
final class AttributeLikeness implements Likeness {
  private final AskedTerms asked;
  private final List<Trait> traits;
  private final int[] traitOfTerm;
  private final AttributeMeasure measure;
  private final double own;
  private final float[] lengths;

  private AttributeLikeness(
      AskedTerms asked,
      List<Trait> traits,
      int[] traitOfTerm,
      AttributeMeasure measure,
      double own,
      float[] lengths) {
    this.asked = asked;
    this.traits = traits;
    this.traitOfTerm = traitOfTerm;
    this.measure = measure;
    this.own = own;
    this.lengths = lengths;
  }

  /** Likeness to a product that has these. */
  static AttributeLikeness to(
      List<AttributeTerm> attributes,
      AttributeMeasure measure,
      CatalogView view,
      IndexSearcher searcher)
      throws IOException {
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
        measure,
        Math.sqrt(squares / AttributeTerm.UNIT),
        view.attributeLengths());
  }

  @Override
  public List<Trait> traits() {
    return traits;
  }

  @Override
  public int[] nearest(int most, IntPredicate allowed) {
    return measure.growsWithProjection()
        ? asked.best(most, allowed)
        : asked.best(
            most,
            allowed,
            (product, score) -> (float) measure.likeness(score, own, lengths[product]));
  }

  /** What both have shares in the likeness by what it adds to the projection. */
  @Override
  public void tell(int[] products, double[][] parts, int from) {
    asked.addParts(products, 1, parts, traitOfTerm, from);
    int to = from + traits.size();
    for (int rank = 0; rank < products.length; rank++) {
      double[] row = parts[rank];
      double projection = 0;
      for (int trait = from; trait < to; trait++) {
        projection += row[trait];
      }
      if (projection > 0) {
        double share = measure.likeness(projection, own, lengths[products[rank]]) / projection;
        for (int trait = from; trait < to; trait++) {
          row[trait] *= share;
        }
      }
    }
  }
}
