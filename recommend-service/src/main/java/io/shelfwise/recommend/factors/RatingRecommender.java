package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes the products to which the customer would give the most stars, to customers who gave any
 * before the training. Asked what goes with a page or a cart, it has no answer: stars do not tell.
 * What is not due to products that the customer rated, but to how good the product is commonly
 * found, is told as the rest.
 */
final class RatingRecommender implements Recommender {
  private static final int SCORES = 6;

  private final RatingModel model;

  RatingRecommender(RatingModel model) {
    this.model = model;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    int customer = model.numbers().getOrDefault(query.customer(), -1);
    SparseMatrix residuals = model.residuals().matrix();
    if (!query.history()
        || customer < 0
        || residuals.starts()[customer] == residuals.starts()[customer + 1]
        || count == 0) {
      return List.of();
    }
    FoldIn foldIn = model.foldIn(customer, scratch);
    findBest(foldIn.solution(), query, count, scratch);
    return query.explained() ? explain(customer, foldIn, scratch) : scratch.best.proposals();
  }

  private void findBest(float[] factors, Query query, int count, Scratch scratch) {
    Factors products = model.space().factors();
    float[] scores = scratch.vector(SCORES, products.count());
    int stride = products.stride();
    Floats.multiply(products.values(), 0, stride, products.count(), factors, 0, stride, scores);
    query.checkTime();
    Best best = scratch.best;
    best.reset(count);
    for (int row = 0; row < products.count(); row++) {
      int product = model.space().products()[row];
      float stars = scores[row] + model.expected(product);
      // Asked last, because it costs most.
      if (stars > 0 && best.beats(product, stars) && query.allowed().test(product)) {
        best.add(product, stars);
      }
    }
    best.sort();
  }

  private List<Proposal> explain(int customer, FoldIn foldIn, Scratch scratch) {
    Best best = scratch.best;
    int many = best.size();
    int[] rows = new int[many];
    for (int j = 0; j < many; j++) {
      rows[j] = model.space().row(best.number(j));
    }
    foldIn.findParts(rows, many);
    SparseMatrix residuals = model.residuals().matrix();
    int from = residuals.starts()[customer];
    Parts parts = scratch.parts;
    parts.reset(many, Evidence.MOST);
    for (int i = 0; i < residuals.starts()[customer + 1] - from; i++) {
      for (int j = 0; j < many; j++) {
        if (foldIn.part(i, j) > 0) {
          parts.offer(j, residuals.columns()[from + i], foldIn.part(i, j));
        }
      }
    }
    List<Proposal> proposals = new ArrayList<>(many);
    for (int j = 0; j < many; j++) {
      List<Evidence> told = Evidence.completed(parts.evidence(j), best.score(j));
      proposals.add(new Proposal(best.number(j), best.score(j), told));
    }
    return proposals;
  }
}
