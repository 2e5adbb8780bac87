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
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

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
  private volatile AtomicReferenceArray<@Nullable Numbered> rows = new AtomicReferenceArray<>(0);

  /**
   * The model of a store.
   *
   * @param related how many products a row has at most
   */
  public ContentModel(
      String store,
      ShownProducts catalog,
      SimilarProducts similar,
      Dictionary products,
      int related) {
    if (related < 1) {
      throw new IllegalArgumentException("related: " + related + " (expected: >= 1)");
    }
    this.store = store;
    this.catalog = catalog;
    this.similar = similar;
    this.products = products;
    this.related = related;
  }

  /** Proposes by this model. */
  public Recommender recommender(Attention attention) {
    return new ContentRecommender(this, attention);
  }

  /** Has the rows of the first products of a taste made side by side, those that are not there. */
  void prepare(Taste taste, int count) {
    AtomicReferenceArray<@Nullable Numbered> known = rows;
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int product = taste.product(i);
      if (product >= known.length() || known.get(product) == null) {
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
    AtomicReferenceArray<@Nullable Numbered> known = rows;
    Numbered row = product < known.length() ? known.get(product) : null;
    if (row == null) {
      return Optional.empty();
    }
    return row.similar(other);
  }

  // The same list is given as long as nothing has changed: to compare what is in it would cost more
  // than it saves.
  @SuppressWarnings("ReferenceEquality")
  private Numbered numbered(int product, long deadline) {
    List<SimilarProducts.Similar> source = source(products.id(product), deadline);
    AtomicReferenceArray<@Nullable Numbered> known = rows;
    if (product >= known.length()) {
      known = grow();
    }
    Numbered row = known.get(product);
    if (row == null || row.source() != source) {
      row = number(source);
      known.set(product, row);
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

  private synchronized AtomicReferenceArray<@Nullable Numbered> grow() {
    int room = Math.max(64, 2 * products.size());
    if (rows.length() < products.size()) {
      AtomicReferenceArray<@Nullable Numbered> larger = new AtomicReferenceArray<>(room);
      for (int i = 0; i < rows.length(); i++) {
        larger.set(i, rows.get(i));
      }
      rows = larger;
    }
    return rows;
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
