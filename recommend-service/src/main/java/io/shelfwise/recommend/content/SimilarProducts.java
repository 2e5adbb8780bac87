package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.OverBudgetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** For a product, those of which the catalogue tells alike. */
public interface SimilarProducts {
  /**
   * A product that is like another.
   *
   * @param productId which it is
   * @param score how much it is; more than 0
   * @param traits in what the two are alike, strongest first; at most five
   */
  record Similar(String productId, double score, List<SharedTrait> traits) {}

  /**
   * Something in which two products are alike.
   *
   * @param trait what it is
   * @param weight how much of the score is due to it
   */
  record SharedTrait(Trait trait, double weight) {}

  /**
   * What is like a product, most alike first, without the product itself and without what may not
   * be shown; nothing if the store has no such product.
   *
   * <p>As long as what the catalogue tells has not changed, the very same list is answered, if
   * count is at least as many as there are. When they have, the list is made anew in the
   * background: for a moment the old one is answered.
   *
   * @param count how many products at most
   * @param deadline the {@link System#nanoTime} at which the answer is of no use any more
   * @throws OverBudgetException if it is not there by then; it goes on being made, for whoever asks
   *     next
   */
  List<Similar> to(String store, String productId, int count, long deadline);

  /**
   * As {@link #to}, of those that are allowed. One who can search leaves out the others in the
   * search itself, so that as many are found as there are.
   *
   * @param allowed whether a product may be found, by its id
   */
  default List<Similar> among(
      String store, String productId, Predicate<String> allowed, int count, long deadline) {
    return to(store, productId, count, deadline).stream()
        .filter(similar -> allowed.test(similar.productId()))
        .toList();
  }

  /**
   * What is like a product, as far as that has been found already, and possibly out of date; looks
   * for nothing. The very same list is answered until it is made anew. Empty if it has not been
   * found, or is not kept.
   */
  default Optional<List<Similar>> known(String store, String productId) {
    return Optional.empty();
  }

  /**
   * Begins to make ready what will be asked of these products, if it is not yet, and waits for
   * nothing: who asks for one after the other would wait for each.
   */
  default void prepare(String store, List<String> productIds) {}

  /**
   * Learns from the store's catalogue what is to be learned, if it has changed, on the caller's
   * thread: it takes seconds for a large one.
   */
  void learn(String store);

  /**
   * Learns, and makes ready what will be asked, as far as there is room to keep it; waits for all
   * of it.
   */
  void warm(String store, List<String> productIds);
}
