package io.shelfwise.recommend.content;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.meaning.MeaningModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the words of a store's products are about, as it was learned from all of them at one time,
 * and where each product stands: its seat. Immutable, and in memory alone.
 */
final class LearnedMeaning {
  private final MeaningModel model;
  private final List<String> ids;
  private final float[] places;
  private final Sketches sketches;

  private LearnedMeaning(MeaningModel model, List<String> ids, float[] places) {
    this.model = model;
    this.ids = ids;
    this.places = places;
    this.sketches = new Sketches(places, model.dimensions());
  }

  /** What the texts of a catalogue are about. */
  static LearnedMeaning of(CatalogTexts texts, MeaningModel model) {
    int all = texts.ids().size();
    List<String> ids = new ArrayList<>(all);
    float[] places = new float[Math.multiplyExact(all, model.dimensions())];
    for (int text = 0; text < all; text++) {
      Optional<float[]> place = model.place(texts.corpus().counts(), text);
      if (place.isPresent()) {
        int at = ids.size() * model.dimensions();
        System.arraycopy(place.get(), 0, places, at, model.dimensions());
        ids.add(texts.ids().get(text));
      }
    }
    return new LearnedMeaning(model, ids, Arrays.copyOf(places, ids.size() * model.dimensions()));
  }

  MeaningModel model() {
    return model;
  }

  /** Whose seats there are, in the order of the ids. */
  List<String> ids() {
    return ids;
  }

  /** The seats that stand nearest to a place, at least so many if there are, in no order. */
  int[] nearest(float[] place, int least) {
    return sketches.nearest(place, least);
  }

  /** The cosine of the angle between a place and a seat. */
  double cosine(float[] place, int seat) {
    return Floats.dot(places, seat * place.length, place, 0, place.length);
  }

  /** The cosines of the angles between a place and seats. */
  float[] cosines(float[] place, int[] seats) {
    float[] cosines = new float[seats.length];
    Floats.dots(places, place.length, seats, 0, seats.length, place, 0, place.length, cosines);
    return cosines;
  }
}
