package io.shelfwise.recommend.content;

import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import io.shelfwise.recommend.model.Best;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What is like one product, in a few flat arrays: a shop has a row for each of its products in
 * memory, and as objects they would be five times as large.
 */
final class SimilarRow extends AbstractList<Similar> implements RandomAccess {
  /** How many traits a product can be said to share with another. */
  static final int MOST_TRAITS = 5;

  /** What is like a product that is not there. */
  static final SimilarRow EMPTY = new SimilarRow(List.of(), List.of(), new double[0][]);

  private final String[] products;
  private final double[] scores;
  private final Trait[] vocabulary;

  /**
   * For each product {@value #MOST_TRAITS} places in the vocabulary, strongest first, the unused
   * ones -1.
   */
  private final short[] traits;

  private final float[] weights;

  /**
   * A row.
   *
   * @param products the products, most alike first
   * @param vocabulary the traits of the product that they are like
   * @param parts for each product, what each trait adds to its score; 0 for one that it does not
   *     share
   */
  SimilarRow(List<String> products, List<Trait> vocabulary, double[][] parts) {
    if (vocabulary.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "vocabulary: " + vocabulary.size() + " (expected: <= " + Short.MAX_VALUE + ")");
    }
    this.products = products.toArray(String[]::new);
    this.scores = new double[parts.length];
    this.traits = new short[parts.length * MOST_TRAITS];
    this.weights = new float[parts.length * MOST_TRAITS];
    for (int i = 0; i < parts.length; i++) {
      fill(i, parts[i]);
    }
    this.vocabulary = vocabulary.toArray(Trait[]::new);
  }

  /**
   * The row of those products that are alike at all, most alike first, of equals the one that is
   * given first.
   *
   * @param most how many at most
   */
  static SimilarRow best(String[] products, List<Trait> vocabulary, double[][] parts, int most) {
    Best best = new Best();
    best.reset(most);
    for (int i = 0; i < parts.length; i++) {
      double score = sum(parts[i]);
      if (score > 0 && best.beats(i, score)) {
        best.add(i, score);
      }
    }
    best.sort();
    List<String> ordered = new ArrayList<>(best.size());
    double[][] own = new double[best.size()][];
    for (int i = 0; i < own.length; i++) {
      ordered.add(products[best.number(i)]);
      own[i] = parts[best.number(i)];
    }
    return new SimilarRow(ordered, vocabulary, own);
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  private void fill(int i, double[] parts) {
    scores[i] = sum(parts);
    boolean[] taken = new boolean[parts.length];
    for (int place = i * MOST_TRAITS; place < (i + 1) * MOST_TRAITS; place++) {
      int strongest = -1;
      for (int t = 0; t < parts.length; t++) {
        if (!taken[t] && parts[t] > (strongest < 0 ? 0 : parts[strongest])) {
          strongest = t;
        }
      }
      traits[place] = (short) strongest;
      if (strongest >= 0) {
        taken[strongest] = true;
        weights[place] = (float) parts[strongest];
      }
    }
  }

  @Override
  public Similar get(int index) {
    List<SharedTrait> shared = new ArrayList<>(MOST_TRAITS);
    for (int place = index * MOST_TRAITS;
        place < (index + 1) * MOST_TRAITS && traits[place] >= 0;
        place++) {
      shared.add(new SharedTrait(vocabulary[traits[place]], weights[place]));
    }
    return new Similar(products[index], scores[index], List.copyOf(shared));
  }

  @Override
  public int size() {
    return products.length;
  }
}
