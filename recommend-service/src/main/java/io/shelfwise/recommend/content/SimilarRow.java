package io.shelfwise.recommend.content;

import io.shelfwise.recommend.content.SimilarProducts.SharedTerm;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What reads like one product, in a few flat arrays: a shop has a row for each of its products in
 * memory, and as objects they would be five times as large.
 */
final class SimilarRow extends AbstractList<Similar> implements RandomAccess {
  /** How many words a product can be said to share with another. */
  static final int MOST_TERMS = 5;

  /** What reads like a product that is not there. */
  static final SimilarRow EMPTY = new SimilarRow(List.of(), List.of(), new double[0][]);

  private final String[] products;
  private final double[] scores;
  private final String[] vocabulary;

  /**
   * For each product {@value #MOST_TERMS} places in the vocabulary, strongest first, the unused
   * ones -1.
   */
  private final byte[] terms;

  private final float[] weights;

  /**
   * A row.
   *
   * @param products the products, most alike first
   * @param vocabulary the words of the product that they are like
   * @param parts for each product, what each word adds to its score; 0 for one that it does not
   *     share
   */
  SimilarRow(List<String> products, List<String> vocabulary, double[][] parts) {
    if (vocabulary.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "vocabulary: " + vocabulary.size() + " (expected: <= " + Byte.MAX_VALUE + ")");
    }
    this.products = products.toArray(String[]::new);
    this.vocabulary = vocabulary.toArray(String[]::new);
    this.scores = new double[parts.length];
    this.terms = new byte[parts.length * MOST_TERMS];
    this.weights = new float[parts.length * MOST_TERMS];
    for (int i = 0; i < parts.length; i++) {
      fill(i, parts[i]);
    }
  }

  private void fill(int i, double[] parts) {
    for (double part : parts) {
      scores[i] += part;
    }
    boolean[] taken = new boolean[parts.length];
    for (int place = i * MOST_TERMS; place < (i + 1) * MOST_TERMS; place++) {
      int strongest = -1;
      for (int t = 0; t < parts.length; t++) {
        if (!taken[t] && parts[t] > (strongest < 0 ? 0 : parts[strongest])) {
          strongest = t;
        }
      }
      terms[place] = (byte) strongest;
      if (strongest >= 0) {
        taken[strongest] = true;
        weights[place] = (float) parts[strongest];
      }
    }
  }

  @Override
  public Similar get(int index) {
    List<SharedTerm> shared = new ArrayList<>(MOST_TERMS);
    for (int place = index * MOST_TERMS;
        place < (index + 1) * MOST_TERMS && terms[place] >= 0;
        place++) {
      shared.add(new SharedTerm(vocabulary[terms[place]], weights[place]));
    }
    return new Similar(products[index], scores[index], List.copyOf(shared));
  }

  @Override
  public int size() {
    return products.length;
  }
}
