package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proposes the products to which the customer would give the most stars, to customers who gave any
 * to a product that the model knows. Asked what goes with a page or a cart, it has no answer: stars
 * do not tell. What is not due to products that the customer rated, but to how good the product is
 * commonly found, is told as the rest.
 */
final class RatingRecommender implements Recommender {
  private static final int SCORES = 6;

  private final RatingModel model;

  RatingRecommender(RatingModel model) {
    this.model = model;
  }

  /**
   * The products that the customer gave stars, and that the model knows.
   *
   * @param count how many they are
   * @param rows their rows
   * @param residuals by how much their stars are above what was expected of them
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one query
  private record Rated(int count, int[] rows, float[] residuals) {}

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Rated rated = rated(query.taste());
    if (!query.history() || rated.count() == 0 || count == 0) {
      return List.of();
    }
    FoldIn foldIn = foldIn(rated, scratch);
    findBest(foldIn.solution(), query, count, scratch);
    return query.explained() ? explain(rated, foldIn, scratch) : scratch.best.proposals();
  }

  private Rated rated(Taste taste) {
    int[] rows = new int[taste.size()];
    float[] residuals = new float[taste.size()];
    int count = 0;
    for (int i = 0; i < taste.size(); i++) {
      int row = model.space().row(taste.product(i));
      if (row >= 0 && taste.stars(i) > 0) {
        rows[count] = row;
        residuals[count++] = (float) taste.stars(i) - model.expected(taste.product(i));
      }
    }
    return new Rated(count, rows, residuals);
  }

  private FoldIn foldIn(Rated rated, Scratch scratch) {
    FactorSettings settings = model.settings();
    Factors factors = model.space().factors();
    float[] weights = new float[rated.count()];
    Arrays.fill(weights, 1);
    return new FoldIn(
        factors,
        new float[factors.stride()],
        settings.penalty(rated.count(), 0),
        rated.rows(),
        weights,
        rated.residuals(),
        rated.count(),
        scratch);
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

  private List<Proposal> explain(Rated rated, FoldIn foldIn, Scratch scratch) {
    Best best = scratch.best;
    int many = best.size();
    int[] rows = new int[many];
    for (int j = 0; j < many; j++) {
      rows[j] = model.space().row(best.number(j));
    }
    foldIn.findParts(rows, many);
    Parts parts = scratch.parts;
    parts.reset(many, Evidence.MOST);
    for (int i = 0; i < rated.count(); i++) {
      int product = model.space().products()[rated.rows()[i]];
      for (int j = 0; j < many; j++) {
        if (foldIn.part(i, j) > 0) {
          parts.offer(j, product, foldIn.part(i, j));
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
