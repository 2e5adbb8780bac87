package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trails;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Proposes what the customer's next order will have in it: what the customer buys as a rule, and
 * what those buy who buy the same.
 *
 * <p>A customer's orders are summed up in a vector {@code u}, in which the orders are weighted by
 * {@link BasketDecay}. The score of product {@code j} is
 *
 * <pre>
 * score(j) = own · u_j + (1 − own) · Σ_v u_vj ÷ k      over the k customers v that are most similar
 * </pre>
 *
 * <p>by the cosine of their vectors. The vector of the one who asks is made at that moment, so that
 * the newest order counts. A page or a cart, or a history without orders, is one order that has not
 * been placed yet: its own products are not proposed for their own sake.
 *
 * @see <a href="https://doi.org/10.1145/3397271.3401066">Hu et al. (2020), Modeling personalized
 *     item frequency information for next-basket recommendation</a>
 */
final class NextBasketRecommender implements Recommender {
  private final SparseMatrix byCustomer;
  private final SparseMatrix byProduct;
  private final float[] norms;
  private final Map<String, Integer> rows;
  private final NextBasketBlend blend;

  /**
   * A recommender.
   *
   * @param byCustomer the vectors
   * @param byProduct the same, a product a row
   * @param norms the Euclidean length of each vector
   * @param rows the row of each customer
   */
  NextBasketRecommender(
      SparseMatrix byCustomer,
      SparseMatrix byProduct,
      float[] norms,
      Map<String, Integer> rows,
      NextBasketBlend blend) {
    this.byCustomer = byCustomer;
    this.byProduct = byProduct;
    this.norms = norms;
    this.rows = rows;
    this.blend = blend;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Scores vector = scratch.own;
    vector.reset();
    boolean bought = sumUp(query, vector);
    findNeighbors(query, vector, scratch);
    query.checkTime();
    double own = bought ? blend.own() : 0;
    boolean counted = query.explained() || isLeastAsked();
    addUp(own, counted, scratch);
    scratch.best.select(scratch.products, count, heard(own, query, scratch));
    return query.explained()
        ? explained(Habits.of(query.trail(), query.now()), own, scratch)
        : scratch.best.proposals();
  }

  /**
   * Sums up the orders of the one who asks.
   *
   * @return whether there were any
   */
  private boolean sumUp(Query query, Scores vector) {
    Sequences.Builder collected = new Sequences.Builder();
    Trails.orders(query.trail(), collected);
    Sequences orders = collected.build();
    int size = orders.groups();
    for (int order = 0; order < size; order++) {
      double weight = blend.decay().weight(size - 1 - order, size);
      for (int i = orders.starts()[order]; i < orders.starts()[order + 1]; i++) {
        vector.add(orders.products()[i], weight);
      }
    }
    if (size == 0) {
      Taste taste = query.taste();
      for (int i = 0; i < taste.size(); i++) {
        vector.add(taste.product(i), taste.interest(i));
      }
    }
    return size > 0;
  }

  /** Leaves the most similar customers in {@code scratch.neighbors}. */
  private void findNeighbors(Query query, Scores vector, Scratch scratch) {
    Scores dots = scratch.customers;
    dots.reset();
    int known = byProduct.height();
    for (int product = vector.next(0);
        product >= 0 && product < known;
        product = vector.next(product + 1)) {
      dots.addAll(
          byProduct.columns(),
          byProduct.values(),
          byProduct.starts()[product],
          byProduct.starts()[product + 1],
          vector.get(product));
    }
    // A customer is no neighbour of itself.
    int self = rows.getOrDefault(query.customer(), -1);
    // The length of the asker's own vector is the same for all. Who likes what the asker has turned
    // against is no neighbour.
    scratch.neighbors.select(dots, norms, blend.neighbors(), row -> row != self);
  }

  /**
   * Leaves the scores in {@code scratch.products}.
   *
   * @param counted whether to leave in {@code scratch.supporters} how many neighbours have bought
   *     each product
   */
  private void addUp(double own, boolean counted, Scratch scratch) {
    int[] products = byCustomer.columns();
    Best nearest = scratch.neighbors;
    Scores scores = scratch.products;
    Scores supporters = scratch.supporters;
    scores.reset();
    supporters.reset();
    double others = (1 - own) / nearest.size();
    for (int n = 0; n < nearest.size(); n++) {
      int from = byCustomer.starts()[nearest.number(n)];
      int to = byCustomer.starts()[nearest.number(n) + 1];
      scores.addAll(products, byCustomer.values(), from, to, others);
      if (counted) {
        supporters.addToAll(products, from, to, 1);
      }
    }
    Scores vector = scratch.own;
    for (int product = vector.next(0); product >= 0; product = vector.next(product + 1)) {
      if (isLeastAsked() && supporters.get(product) < blend.leastCustomers()) {
        scores.silence(product);
      }
      scores.add(product, own * vector.get(product));
    }
  }

  /** What may be proposed and is the customer's own habit, or not that of too few neighbours. */
  private IntPredicate heard(double own, Query query, Scratch scratch) {
    IntPredicate allowed = query.allowed();
    if (!isLeastAsked()) {
      return allowed;
    }
    return product ->
        (scratch.supporters.get(product) >= blend.leastCustomers()
                || own * scratch.own.get(product) > 0)
            && allowed.test(product);
  }

  private boolean isLeastAsked() {
    return blend.leastCustomers() > 1;
  }

  private List<Proposal> explained(Habits habits, double own, Scratch scratch) {
    Best best = scratch.best;
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      int product = best.number(place);
      double score = best.score(place);
      double ofHabit = own * scratch.own.get(product);
      double ofOthers = score - ofHabit;
      List<Evidence> told = new ArrayList<>(2);
      int neighbors = (int) scratch.supporters.get(product);
      if (neighbors >= blend.leastCustomers()) {
        told.add(new Evidence.FromCustomers(neighbors, ofOthers));
      }
      if (ofHabit > 0) {
        told.add(ofHabit >= ofOthers ? 0 : told.size(), habits.evidence(product, ofHabit));
      }
      proposals.add(new Proposal(product, score, Evidence.completed(told, score)));
    }
    return proposals;
  }
}
