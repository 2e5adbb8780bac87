package io.shelfwise.recommend.content;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.recommend.model.Best;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.search.IndexSearcher;

/**
 * Likeness in what the words are about, as it was learned: the nearness of the places of two
 * products. A product that came after the learning is placed by its words.
 */
final class MeaningLikeness implements Likeness {
  /**
   * How many products are looked at in full, of those whose sketches are nearest, for each that is
   * wanted: a shop of a thousand products is looked at whole, and of a hundred thousand few are
   * missed.
   */
  private static final int LOOKED_AT = 10;

  private final CatalogView view;
  private final MeaningView meaning;
  private final float[] place;
  private final IndexSearcher searcher;
  private final Languages languages;

  MeaningLikeness(
      CatalogView view,
      MeaningView meaning,
      float[] place,
      IndexSearcher searcher,
      Languages languages) {
    this.view = view;
    this.meaning = meaning;
    this.place = place;
    this.searcher = searcher;
    this.languages = languages;
  }

  @Override
  public List<Trait> traits() {
    return List.of(Trait.Meaning.ALIKE);
  }

  @Override
  public int[] nearest(int most, IntPredicate allowed) {
    Best best = new Best();
    best.reset(most);
    for (int seat : meaning.learned().nearest(place, LOOKED_AT * most)) {
      int product = meaning.products()[seat];
      double cosine = meaning.learned().cosine(place, seat);
      if (product != MeaningView.NONE && best.beats(product, cosine) && allowed.test(product)) {
        best.add(product, cosine);
      }
    }
    int[] nearest = new int[best.size()];
    Arrays.setAll(nearest, best::number);
    return nearest;
  }

  @Override
  public double[][] parts(int[] products) throws IOException {
    double[][] parts = new double[products.length][1];
    for (int rank = 0; rank < products.length; rank++) {
      parts[rank][0] = Nearness.of(cosine(products[rank]));
    }
    return parts;
  }

  private double cosine(int product) throws IOException {
    int seat = meaning.seats()[product];
    if (seat != MeaningView.NONE) {
      return meaning.learned().cosine(place, seat);
    }
    Optional<float[]> other =
        meaning
            .learned()
            .model()
            .place(
                CatalogTexts.counts(
                    ProductDocument.at(searcher, view.document(product)), languages));
    return other.map(it -> (double) Floats.dot(place, 0, it, 0, place.length)).orElse(0.0);
  }
}
