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
    addUp(query, speaking, scratch.products);
    scratch.best.select(scratch.products, count, query.allowed());
    explain(query, speaking, scratch);

    Best best = scratch.best;
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      List<Evidence> told = Evidence.completed(scratch.parts.evidence(i), best.score(i));
      proposals.add(new Proposal(best.number(i), best.score(i), told));
    }
    return proposals;
  }

  private ProductRows.Row[] rowsOf(Query query) {
    ProductRows.Row[] speaking = new ProductRows.Row[attention.length(query.taste())];
    for (int i = 0; i < speaking.length; i++) {
      query.checkTime();
      speaking[i] = rows.row(query.taste().product(i), query.deadline());
    }
    return speaking;
  }

  private void addUp(Query query, ProductRows.Row[] speaking, Scores scores) {
    Taste taste = query.taste();
    scores.reset();
    for (int i = 0; i < speaking.length; i++) {
      double weight = attention.weight(taste, i);
      ProductRows.Row row = speaking[i];
      scores.addAll(row.products(), row.weights(), row.from(), row.to(), weight);
      if (query.history()) {
        scores.add(taste.product(i), attention.again(taste, i, weight));
      }
    }
  }

  /** Goes through the sums once more, when the best are known, to keep their largest terms. */
  private void explain(Query query, ProductRows.Row[] speaking, Scratch scratch) {
    Taste taste = query.taste();
    Parts parts = scratch.parts;
    parts.reset(scratch.best.size(), Evidence.MOST);
    scratch.notePlaces();
    for (int i = 0; i < speaking.length; i++) {
      int product = taste.product(i);
      double weight = attention.weight(taste, i);
      ProductRows.Row row = speaking[i];
      int[] others = row.products();
      for (int e = row.from(); e < row.to(); e++) {
        int place = scratch.placeOf(others[e]);
        if (place >= 0) {
          offer(parts, place, product, weight * row.weights()[e]);
        }
      }
      int own = scratch.placeOf(product);
      if (own >= 0 && query.history()) {
        offer(parts, own, product, attention.again(taste, i, weight));
      }
    }
    scratch.clearPlaces();
  }

  private static void offer(Parts parts, int place, int product, double part) {
    if (part > 0) {
      parts.offer(place, product, part);
    }
  }
}
