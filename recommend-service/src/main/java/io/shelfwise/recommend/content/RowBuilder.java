package io.shelfwise.recommend.content;

import java.util.ArrayList;
import java.util.List;

/** Makes a row, product by product, the most alike first. */
final class RowBuilder {
  /** How many traits a row can tell: that many have numbers of a byte. */
  private static final int MOST_VOCABULARY = 1 << Byte.SIZE;

  private final Lexicon lexicon;
  private final List<Trait> known;

  /** The place that each known trait has in the vocabulary, from 1 on; 0 as long as it has none. */
  private final int[] places;

  private final List<Trait> vocabulary = new ArrayList<>();
  private final int[] products;
  private final float[] scores;
  private final byte[] traits;
  private final short[] shares;
  private int size;

  /**
   * A row of no products yet.
   *
   * @param known the traits of the product that they are like
   * @param count how many products there will be
   */
  RowBuilder(Lexicon lexicon, List<Trait> known, int count) {
    this.lexicon = lexicon;
    this.known = known;
    this.places = new int[known.size()];
    this.products = new int[count];
    this.scores = new float[count];
    this.traits = new byte[count * SimilarRow.MOST_TRAITS];
    this.shares = new short[count * SimilarRow.MOST_TRAITS];
  }

  /**
   * Adds the next product. The shares of what is told are rounded down, and the largest has what is
   * left of their sum: so they add up to the score where nothing else adds to it.
   *
   * @param score how much it is alike; more than 0
   * @param parts what each trait adds to that, 0 where it is not shared; it is written to
   */
  void add(String id, double score, double[] parts) {
    products[size] = lexicon.products().number(id);
    scores[size] = (float) score;
    int first = size * SimilarRow.MOST_TRAITS;
    double told = 0;
    int given = 0;
    for (int at = first; at < first + SimilarRow.MOST_TRAITS; at++) {
      int trait = strongest(parts);
      if (trait < 0) {
        break;
      }
      int share = (int) (parts[trait] / score * SimilarRow.WHOLE);
      traits[at] = (byte) placeOf(trait);
      shares[at] = (short) share;
      given += share;
      told += parts[trait];
      parts[trait] = 0;
    }
    int whole = Math.min(SimilarRow.WHOLE, (int) Math.round(told / score * SimilarRow.WHOLE));
    shares[first] += (short) (whole - given);
    size++;
  }

  /** The trait of the largest part that is left, of those that can be told; -1 if there is none. */
  private int strongest(double[] parts) {
    int strongest = -1;
    double largest = 0;
    for (int trait = 0; trait < parts.length; trait++) {
      if (parts[trait] > largest && canBeTold(trait)) {
        strongest = trait;
        largest = parts[trait];
      }
    }
    return strongest;
  }

  private boolean canBeTold(int trait) {
    return places[trait] > 0 || vocabulary.size() < MOST_VOCABULARY;
  }

  private int placeOf(int trait) {
    if (places[trait] == 0) {
      vocabulary.add(lexicon.only(known.get(trait)));
      places[trait] = vocabulary.size();
    }
    return places[trait] - 1;
  }

  SimilarRow build() {
    return new SimilarRow(
        lexicon.products(), products, scores, vocabulary.toArray(Trait[]::new), traits, shares);
  }
}
