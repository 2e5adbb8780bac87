package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.Taste;

/**
 * Lets the products of the query's taste speak, as loud as {@link Attention} has it; where what was
 * bought may be proposed again, for themselves too.
 */
public final class TasteVoices implements Voices.Source {
  private final ProductRows rows;
  private final Attention attention;

  /** Those of products that go with these, heard with this attention. */
  public TasteVoices(ProductRows rows, Attention attention) {
    this.rows = rows;
    this.attention = attention;
  }

  @Override
  public void speak(Query query, Scratch scratch) {
    Taste taste = query.taste();
    int length = attention.length(taste);
    for (int i = 0; i < length; i++) {
      query.checkTime();
      double weight = attention.weight(taste, i);
      double own = query.history() ? attention.again(taste, i, weight) : 0;
      int product = taste.product(i);
      scratch.voices.add(product, weight, rows.row(product, query.deadline()), own);
    }
  }
}
