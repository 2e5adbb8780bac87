package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.OverBudgetException;
import java.util.List;

/** For a product, those that the catalogue describes in like words. */
public interface SimilarProducts {
  /**
   * A product that reads like another.
   *
   * @param productId which it is
   * @param score how much it does; more than 0, comparable within one list only
   * @param terms the words that the two share, strongest first; at most five
   */
  record Similar(String productId, double score, List<SharedTerm> terms) {}

  /**
   * A word that two products share.
   *
   * @param term the word as the first product writes it, in lower case
   * @param weight how much of the score is due to it
   */
  record SharedTerm(String term, double weight) {}

  /**
   * What reads like a product, most alike first, without the product itself and without what may
   * not be shown; nothing if the store has no such product.
   *
   * <p>As long as the catalogue's words have not changed, the very same list is answered, if count
   * is at least as many as there are. When they have, the list is made anew in the background: for
   * a moment the old one is answered.
   *
   * @param count how many products at most
   * @param deadline the {@link System#nanoTime} at which the answer is of no use any more
   * @throws OverBudgetException if it is not there by then; it goes on being made, for whoever asks
   *     next
   */
  List<Similar> to(String store, String productId, int count, long deadline);

  /** Makes ready what will be asked, as far as there is room to keep it, and waits for it. */
  void warm(String store, List<String> productIds);
}
