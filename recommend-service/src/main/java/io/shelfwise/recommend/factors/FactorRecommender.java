package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Proposes the products whose factors have the greatest inner products with those of the customer,
 * which are solved for from the taste as it is now. The weight of a product of the taste is what
 * {@link Attention} gives it.
 */
final class FactorRecommender implements Recommender {
  private final FactorModel model;
  private final NearestProducts nearest;

  FactorRecommender(FactorModel model) {
    this.model = model;
    this.nearest = new NearestProducts(model.space(), model.probed());
  }

  /**
   * The products of a taste that the model knows and that speak; one that the customer turned
   * against, by its target.
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one query
  private record Speaking(int count, int[] rows, float[] weights, float[] targets, float[] again) {}

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Speaking speaking = speaking(query);
    if (speaking.count() == 0 || count == 0) {
      return List.of();
    }
    FactorSettings settings = model.settings();
    ProductSpace space = model.space();
    float[] gramian = space.gramian().clone();
    for (int k = 0; k < gramian.length; k++) {
      gramian[k] *= (float) settings.unobserved();
    }
    FoldIn foldIn =
        new FoldIn(
            space.factors(),
            gramian,
            settings.penalty(speaking.count(), space.products().length),
            speaking.rows(),
            speaking.weights(),
            speaking.targets(),
            speaking.count(),
            scratch);
    float[] customer = foldIn.solution();
    query.checkTime();
    findBest(customer, speaking, query, count, scratch);
    return query.explained() ? explain(foldIn, speaking, scratch) : scratch.best.proposals();
  }

  /**
   * Leaves the best in {@code scratch.best}. A product that speaks for itself is looked at by
   * itself, with what it says.
   */
  private void findBest(
      float[] customer, Speaking speaking, Query query, int count, Scratch scratch) {
    Scores own = scratch.products;
    own.reset();
    for (int i = 0; i < speaking.count(); i++) {
      own.add(model.space().products()[speaking.rows()[i]], speaking.again()[i]);
    }
    IntPredicate allowed = query.allowed();
    nearest.find(
        customer, product -> own.get(product) == 0 && allowed.test(product), query, count, scratch);
    Factors factors = model.space().factors();
    for (int product = own.next(0); product >= 0; product = own.next(product + 1)) {
      int start = factors.start(model.space().row(product));
      double score =
          own.get(product) + Floats.dot(customer, 0, factors.values(), start, factors.stride());
      if (score > 0 && scratch.best.beats(product, score) && allowed.test(product)) {
        scratch.best.add(product, score);
      }
    }
    scratch.best.sort();
  }

  private Speaking speaking(Query query) {
    FactorSettings settings = model.settings();
    Taste taste = query.taste();
    Attention attention = model.attention();
    int length = attention.length(taste);
    int[] rows = new int[length];
    float[] weights = new float[length];
    float[] targets = new float[length];
    float[] again = new float[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      int row = model.space().row(taste.product(i));
      double weight = attention.weight(taste, i);
      // What has faded further cannot be divided by.
      if (row >= 0 && Math.abs(weight) >= Float.MIN_NORMAL) {
        rows[count] = row;
        weights[count] = settings.feedback().weight((float) weight);
        targets[count] = settings.feedback().target((float) weight);
        again[count] = query.history() ? (float) attention.again(taste, i, weight) : 0;
        count++;
      }
    }
    return new Speaking(count, rows, weights, targets, again);
  }

  private List<Proposal> explain(FoldIn foldIn, Speaking speaking, Scratch scratch) {
    Best best = scratch.best;
    int many = best.size();
    int[] rows = new int[many];
    for (int j = 0; j < many; j++) {
      rows[j] = model.space().row(best.number(j));
    }
    foldIn.findParts(rows, many);
    Parts parts = scratch.parts;
    parts.reset(many, Evidence.MOST);
    double[] sums = new double[many];
    for (int i = 0; i < speaking.count(); i++) {
      int product = model.space().products()[speaking.rows()[i]];
      for (int j = 0; j < many; j++) {
        float part = foldIn.part(i, j);
        if (best.number(j) == product) {
          part += speaking.again()[i];
        }
        sums[j] += part;
        if (part > 0) {
          parts.offer(j, product, part);
        }
      }
    }
    List<Proposal> proposals = new ArrayList<>(many);
    for (int j = 0; j < many; j++) {
      parts.round(j, best.score(j) - sums[j]);
      List<Evidence> told = Evidence.completed(parts.evidence(j), best.score(j));
      proposals.add(new Proposal(best.number(j), best.score(j), told));
    }
    return proposals;
  }
}
