package io.shelfwise.recommend.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;

/**
 * The widest category that each of a store's products without categories is thought to belong to:
 * that of the products most like it, as the {@link CategoryPredictor} has it, if enough of their
 * likeness agrees.
 *
 * <p>Answers ask for hundreds of products, so nothing is looked for: only the rows speak that have
 * been made, and what they elect is worked out once for each.
 */
public final class SupposedCategories {
  private final String store;
  private final ShownProducts catalog;
  private final SimilarProducts similar;
  private final double leastConfidence;
  private final Cache<String, Elected> elected;

  /**
   * The categories of a store.
   *
   * @param leastConfidence which part of the likeness must speak for a category; more than 1: none
   *     is supposed
   * @param kept for how many products they are kept
   */
  SupposedCategories(
      String store,
      ShownProducts catalog,
      SimilarProducts similar,
      double leastConfidence,
      int kept) {
    this.store = store;
    this.catalog = catalog;
    this.similar = similar;
    this.leastConfidence = leastConfidence;
    this.elected = Caffeine.newBuilder().maximumSize(kept).build();
  }

  /**
   * What a row elected; rows are made anew when categories change. The row is not kept from leaving
   * memory.
   */
  private record Elected(WeakReference<List<Similar>> row, Optional<String> category) {}

  /** That of a product, by its id; empty if nothing is known that is like it, or not surely. */
  // Whether it is the same row, not an equal one: to compare them would cost more than it saves.
  @SuppressWarnings("ReferenceEquality")
  public Optional<String> of(String product) {
    Optional<List<Similar>> row = similar.known(store, product);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Elected known = elected.getIfPresent(product);
    if (known == null || known.row().get() != row.get()) {
      known = new Elected(new WeakReference<>(row.get()), elect(row.get()));
      elected.put(product, known);
    }
    return known.category();
  }

  private Optional<String> elect(List<Similar> row) {
    return CategoryPredictor.elected(row, this::widest)
        .filter(found -> found.confidence() >= leastConfidence)
        .map(found -> found.path().getFirst());
  }

  private List<String> widest(String product) {
    return catalog
        .shown(store, product)
        .map(ShownProduct::category)
        .filter(category -> !category.isEmpty())
        .map(List::of)
        .orElse(List.of());
  }
}
