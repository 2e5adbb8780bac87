package io.shelfwise.recommend.content;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.algebra.Selection;
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
    int[] seats = seats(LOOKED_AT * most, allowed);
    float[] cosines = meaning.learned().cosines(place, seats);
    float least = least(cosines, most);
    Best best = new Best();
    best.reset(most);
    for (int i = 0; i < seats.length; i++) {
      int product = meaning.products()[seats[i]];
      if (cosines[i] >= least && best.beats(product, cosines[i])) {
        best.add(product, cosines[i]);
      }
    }
    best.sort();
    int[] nearest = new int[best.size()];
    Arrays.setAll(nearest, best::number);
    return nearest;
  }

  /** The seats that may be the nearest, as far as who sits there is allowed. */
  private int[] seats(int least, IntPredicate allowed) {
    int[] seats = meaning.learned().nearest(place, least);
    int count = 0;
    for (int seat : seats) {
      int product = meaning.products()[seat];
      if (product != MeaningView.NONE && allowed.test(product)) {
        seats[count++] = seat;
      }
    }
    return Arrays.copyOf(seats, count);
  }

  /** The cosine that so many reach, if it is more than 0: no nearer ones are to be put in order. */
  private static float least(float[] cosines, int most) {
    if (cosines.length <= most) {
      return -1;
    }
    float[] positive = new float[cosines.length];
    int count = 0;
    for (float cosine : cosines) {
      positive[count] = cosine;
      count += cosine > 0 ? 1 : 0;
    }
    return count < most ? -1 : new Selection(count).largest(positive, count, most);
  }

  @Override
  public void tell(int[] products, double[][] parts, int from) throws IOException {
    for (int rank = 0; rank < products.length; rank++) {
      parts[rank][from] = Nearness.of(cosine(products[rank]));
    }
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
                ProductWords.of(
                        ProductDocument.at(searcher, view.document(product)).wording(), languages)
                    .counts());
    return other.map(it -> (double) Floats.dot(place, 0, it, 0, place.length)).orElse(0.0);
  }
}
