package io.shelfwise.recommend.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * <p>The rows are made by {@link SimilarProducts} when they are first asked for, and made anew when
 * the catalogue has changed; they are kept here in the form that is added up.
 */
public final class ContentModel implements ProductRows {
  private final String store;
  private final ShownProducts catalog;
  private final SimilarProducts similar;
  private final Dictionary products;
  private final int related;
  private final Cache<Integer, Numbered> rows;
  private final SupposedCategories categories;

  /**
   * The model of a store.
   *
   * @param kept how many rows of how many products are kept
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
    this.rows = Caffeine.newBuilder().maximumSize(kept.rows()).build();
    this.categories =
        new SupposedCategories(store, catalog, similar, kept.categoryConfidence(), kept.rows());
  }

  /**
   * What is kept of a store.
   *
   * @param related how many products a row has at most
   * @param rows of how many products rows are kept
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
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int product = taste.product(i);
      if (rows.getIfPresent(product) == null) {
        unknown.add(products.id(product));
      }
    }
    similar.prepare(store, unknown);
  }

  @Override
  public Row row(int product, long deadline) {
    return numbered(product, deadline).row();
  }

  /**
   * A row of those of the most like products that are allowed, which is not kept.
   *
   * @throws OverBudgetException if it cannot be had by the deadline
   */
  Numbered rowAmong(int product, IntPredicate allowed, long deadline) {
    return number(
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

  /** In what a product is like another, as far as is known; empty if they are not related. */
  Optional<SimilarProducts.Similar> similar(int product, int other) {
    // The row that has just been added up; to see whether it is still the newest would take longer
    // than to read it.
    Numbered row = rows.getIfPresent(product);
    return row == null ? Optional.empty() : row.similar(other);
  }

  // The same list is given as long as nothing has changed: to compare what is in it would cost more
  // than it saves.
  @SuppressWarnings("ReferenceEquality")
  private Numbered numbered(int product, long deadline) {
    List<SimilarProducts.Similar> source = source(products.id(product), deadline);
    Numbered row = rows.getIfPresent(product);
    if (row == null || row.source() != source) {
      row = number(source);
      rows.put(product, row);
    }
    return row;
  }

  private List<SimilarProducts.Similar> source(String id, long deadline) {
    // Of a product that has left the catalogue nothing is kept: it would be looked for again and
    // again.
    return catalog.shown(store, id).isPresent()
        ? similar.to(store, id, related, deadline)
        : List.of();
  }

  private Numbered number(List<SimilarProducts.Similar> source) {
    int[] numbers = new int[source.size()];
    float[] weights = new float[source.size()];
    for (int e = 0; e < numbers.length; e++) {
      numbers[e] = products.number(source.get(e).productId());
      weights[e] = (float) source.get(e).score();
    }
    return new Numbered(source, new Row(numbers, weights, 0, numbers.length));
  }

  /** A row, and what it was made of. */
  record Numbered(List<SimilarProducts.Similar> source, Row row) {
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
