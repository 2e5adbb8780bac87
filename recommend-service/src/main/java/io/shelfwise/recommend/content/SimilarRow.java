package io.shelfwise.recommend.content;

import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import io.shelfwise.recommend.interactions.Dictionary;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What is like one product, in a few flat arrays: a shop has a row for each of its products in
 * memory, and as objects they would be ten times as large. A hundred products take about {@code 100
 * · (4 + 4 + 5 · (1 + 2))} bytes, and as many references as there are traits.
 */
final class SimilarRow extends AbstractList<Similar> implements RandomAccess {
  /** How many traits a product can be said to share with another. */
  static final int MOST_TRAITS = 5;

  /** The parts that a score is divided into, to say how many of them are due to a trait. */
  static final int WHOLE = (1 << Short.SIZE) - 1;

  /** What is like a product that is not there. */
  static final SimilarRow EMPTY = new RowBuilder(new Lexicon(), List.of(), 0).build();

  private final Dictionary numbers;
  private final int[] products;
  private final float[] scores;
  private final Trait[] vocabulary;

  /** For each product {@value #MOST_TRAITS} places in the vocabulary, strongest first. */
  private final byte[] traits;

  /** How many of {@value #WHOLE} parts of its score each is due to; 0 where none is told. */
  private final short[] shares;

  /** What a {@link RowBuilder} has made. */
  SimilarRow(
      Dictionary numbers,
      int[] products,
      float[] scores,
      Trait[] vocabulary,
      byte[] traits,
      short[] shares) {
    this.numbers = numbers;
    this.products = products;
    this.scores = scores;
    this.vocabulary = vocabulary;
    this.traits = traits;
    this.shares = shares;
  }

  /** The list as a row; the very same, if it is one. */
  static SimilarRow copyOf(List<Similar> list) {
    if (list instanceof SimilarRow row) {
      return row;
    }
    List<Trait> told =
        list.stream()
            .flatMap(similar -> similar.traits().stream())
            .map(SharedTrait::trait)
            .distinct()
            .toList();
    RowBuilder builder = new RowBuilder(new Lexicon(), told, list.size());
    for (Similar similar : list) {
      double[] parts = new double[told.size()];
      similar.traits().forEach(shared -> parts[told.indexOf(shared.trait())] += shared.weight());
      builder.add(similar.productId(), similar.score(), parts);
    }
    return builder.build();
  }

  /** The numbers that {@link #product} tells products by. */
  Dictionary numbers() {
    return numbers;
  }

  /** The number of the product at a place. */
  int product(int index) {
    return products[index];
  }

  /** How much each is like the row's product, place by place; no one writes it. */
  float[] scores() {
    return scores;
  }

  @Override
  public Similar get(int index) {
    List<SharedTrait> shared = new ArrayList<>(MOST_TRAITS);
    for (int at = index * MOST_TRAITS; at < (index + 1) * MOST_TRAITS && shares[at] != 0; at++) {
      double share = Short.toUnsignedInt(shares[at]) / (double) WHOLE;
      shared.add(
          new SharedTrait(vocabulary[Byte.toUnsignedInt(traits[at])], share * scores[index]));
    }
    return new Similar(numbers.id(products[index]), scores[index], List.copyOf(shared));
  }

  @Override
  public int size() {
    return products.length;
  }
}
