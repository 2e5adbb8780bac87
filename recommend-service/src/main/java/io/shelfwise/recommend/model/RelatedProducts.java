package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.Taste;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes what goes with the products that speak: the score of a product {@code j} is {@code Σ_i
 * a_i · w_ij} over the products {@code i} of the taste, with {@code a} by {@link Attention} and
 * {@code w} by {@link ProductRows}. Each term of the sum is the part of the score that is due to
 * the product {@code i}.
 */
public final class RelatedProducts implements Recommender {
  private final ProductRows rows;
  private final Attention attention;

  /** Adds up these rows with this attention. */
  public RelatedProducts(ProductRows rows, Attention attention) {
    this.rows = rows;
    this.attention = attention;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    ProductRows.Row[] speaking = rowsOf(query);
    Scores scores = scratch.products;
    scores.reset();
    tell(query, speaking, (from, to, part) -> scores.add(to, part));

    Best best = scratch.best;
    best.select(scores, count, query.allowed());
    scratch.notePlaces();
    Parts parts = scratch.parts;
    parts.reset(best.size(), Evidence.MOST);
    tell(
        query,
        speaking,
        (from, to, part) -> {
          int place = scratch.placeOf(to);
          if (place >= 0 && part > 0) {
            parts.offer(place, from, part);
          }
        });
    scratch.clearPlaces();

    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      proposals.add(new Proposal(best.number(i), best.score(i), parts.evidence(i)));
    }
    return proposals;
  }

  private ProductRows.Row[] rowsOf(Query query) {
    ProductRows.Row[] speaking = new ProductRows.Row[attention.length(query.taste())];
    for (int i = 0; i < speaking.length; i++) {
      query.checkTime();
      speaking[i] = rows.row(query.taste().product(i));
    }
    return speaking;
  }

  /**
   * Tells every term of every sum: told once to add up, and once more, when the best are known, to
   * say what they are of.
   */
  private void tell(Query query, ProductRows.Row[] speaking, Listener listener) {
    Taste taste = query.taste();
    for (int i = 0; i < speaking.length; i++) {
      int product = taste.product(i);
      double weight = attention.weight(taste, i);
      ProductRows.Row row = speaking[i];
      for (int e = row.from(); e < row.to(); e++) {
        listener.part(product, row.products()[e], weight * row.weights()[e]);
      }
      if (query.history()) {
        listener.part(product, product, attention.again(taste, i, weight));
      }
    }
  }

  /** Hears that a part of a product's score is due to another. */
  @FunctionalInterface
  private interface Listener {
    void part(int from, int to, double part);
  }
}
