package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.OverBudgetException;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * For each product of a store, those of which the catalogue tells alike, by number.
 *
 * <p>The rows are made and kept by {@link SimilarProducts}, which numbers products in its own way;
 * here they get the numbers that the store's customers' products have.
 */
public final class ContentModel {
  private final String store;
  private final ShownProducts catalog;
  private final SimilarProducts similar;
  private final Dictionary products;
  private final int related;
  private final SupposedCategories categories;
  private volatile Renumbered numbers;

  /**
   * The model of a store.
   *
   * @param kept how much is kept
   */
  public ContentModel(
      String store,
      ShownProducts catalog,
      SimilarProducts similar,
      Dictionary products,
      Kept kept) {
    this.store = store;
    this.catalog = catalog;
    this.similar = similar;
    this.products = products;
    this.related = kept.related();
    this.categories =
        new SupposedCategories(store, catalog, similar, kept.categoryConfidence(), kept.rows());
    this.numbers = new Renumbered(products, products);
  }

  /**
   * What is kept of a store.
   *
   * @param related how many products a row has at most
   * @param rows of how many products it is kept which category is supposed
   * @param categoryConfidence which part of the likeness must speak for a category for it to be
   *     supposed
   */
  public record Kept(int related, int rows, double categoryConfidence) {
    public Kept {
      if (related < 1 || rows < 1) {
        throw new IllegalArgumentException(
            "related, most-rows: " + related + ", " + rows + " (expected: >= 1)");
      }
      if (!(categoryConfidence >= 0)) {
        throw new IllegalArgumentException(
            "category-confidence: " + categoryConfidence + " (expected: >= 0)");
      }
    }
  }

  /** Proposes by this model. */
  public Recommender recommender(Attention attention) {
    return new ContentRecommender(this, attention);
  }

  /** Where products without categories are thought to belong. */
  public SupposedCategories categories() {
    return categories;
  }

  /** Has the rows of the first products of a taste made side by side, those that are not there. */
  void prepare(Taste taste, int count) {
    List<String> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add(products.id(taste.product(i)));
    }
    similar.prepare(store, ids);
  }

  /**
   * The row of a product.
   *
   * @throws OverBudgetException if it cannot be had by the deadline
   */
  Numbered row(int product, long deadline) {
    String id = products.id(product);
    // Of a product that has left the catalogue nothing is kept: it would be looked for again and
    // again.
    return catalog.shown(store, id).isPresent()
        ? numbered(similar.to(store, id, related, deadline))
        : Numbered.NONE;
  }

  /**
   * A row of those of the most like products that are allowed, which is not kept.
   *
   * @throws OverBudgetException if it cannot be had by the deadline
   */
  Numbered rowAmong(int product, IntPredicate allowed, long deadline) {
    return numbered(
        similar.among(
            store,
            products.id(product),
            id -> allowed.test(products.number(id)),
            related,
            deadline));
  }

  /** How many products a row has at most. */
  int rowLength() {
    return related;
  }

  private Numbered numbered(List<SimilarProducts.Similar> list) {
    if (list.isEmpty()) {
      return Numbered.NONE;
    }
    SimilarRow source = SimilarRow.copyOf(list);
    Renumbered renumbered = numbers;
    if (!renumbered.isOf(source.numbers())) {
      renumbered = new Renumbered(source.numbers(), products);
      numbers = renumbered;
    }
    int[] numbered = new int[source.size()];
    for (int e = 0; e < numbered.length; e++) {
      numbered[e] = renumbered.of(source.product(e));
    }
    return new Numbered(source, new ProductRows.Row(numbered, source.scores(), 0, numbered.length));
  }

  /**
   * A row by the store's numbers, as long as an answer takes.
   *
   * @param source in what the products of the same places are alike
   */
  record Numbered(SimilarRow source, ProductRows.Row row) {
    private static final Numbered NONE =
        new Numbered(SimilarRow.EMPTY, new ProductRows.Row(new int[0], new float[0], 0, 0));

    /** In what a product is alike; empty if it is not in the row. */
    Optional<SimilarProducts.Similar> similar(int product) {
      for (int e = 0; e < row.to(); e++) {
        if (row.products()[e] == product) {
          return Optional.of(source.get(e));
        }
      }
      return Optional.empty();
    }
  }
}
