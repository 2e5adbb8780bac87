package io.shelfwise.recommend.content;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.OverBudgetException;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Query;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The rows of a model for one answer: each is asked for once, and those of a few products can be
 * found anew among what is allowed. A row holds the most alike of the whole catalogue; of a narrow
 * part of it, it may hold none.
 */
final class AnswerRows implements ProductRows {
  /** How many products are asked for more: each costs a search. */
  private static final int MOST = 5;

  /**
   * Which part of the time that is left the searches may take; the rest is for the recommenders
   * after this.
   */
  private static final double SHARE_OF_TIME = 0.25;

  private final ContentModel model;
  private final IntPredicate allowed;
  private final Int2ObjectOpenHashMap<ContentModel.Numbered> rows = new Int2ObjectOpenHashMap<>();

  /** The rows as the model has them. */
  AnswerRows(ContentModel model, IntPredicate allowed) {
    this.model = model;
    this.allowed = allowed;
  }

  /**
   * Widens the rows of the newest products of a query's taste, as far as a quarter of the time that
   * is left goes.
   *
   * @param speaking how many products speak
   * @return whether any is wider now
   */
  boolean widen(Query query, int speaking) {
    Taste taste = query.taste();
    long now = System.nanoTime();
    long deadline = now + (long) (SHARE_OF_TIME * (query.deadline() - now));
    boolean wider = false;
    try {
      for (int i = 0; i < Math.min(MOST, speaking); i++) {
        int product = taste.product(i);
        if (row(product, deadline).to() >= model.rowLength()) {
          rows.put(product, model.rowAmong(product, allowed, deadline));
          wider = true;
        }
      }
    } catch (OverBudgetException e) {
      // An answer that is not full is better than none.
    }
    return wider;
  }

  @Override
  public Row row(int product, long deadline) {
    ContentModel.Numbered row = rows.get(product);
    if (row == null) {
      row = model.row(product, deadline);
      rows.put(product, row);
    }
    return row.row();
  }

  /** In what a product is like another, as far as is known. */
  Optional<SimilarProducts.Similar> similar(int product, int other) {
    ContentModel.Numbered row = rows.get(product);
    return row == null ? Optional.empty() : row.similar(other);
  }
}
