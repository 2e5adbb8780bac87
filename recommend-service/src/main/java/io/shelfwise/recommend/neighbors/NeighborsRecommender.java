package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Proposes what the customers of the most similar taste like.
 *
 * <p>With the {@link Similarity} {@code s_v} of customer {@code v} and what {@code v} likes, {@code
 * x_v}, the score of product {@code j} is {@code Σ_v s_v^q · x_vj} over the {@code k} customers of
 * the greatest similarity. What fewer than {@link Neighborhood#leastCustomers} of them like is not
 * proposed because of them.
 *
 * @see <a href="https://doi.org/10.1145/192844.192905">Resnick et al. (1994), GroupLens</a>
 */
final class NeighborsRecommender implements Recommender {
  private final NeighborsModel model;
  private final Neighborhood neighborhood;
  private final Attention attention;

  NeighborsRecommender(NeighborsModel model) {
    this.model = model;
    this.neighborhood = model.neighborhood();
    this.attention = model.attention();
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    double[] weights = model.comparison().weights(query, attention);
    int self = model.rows().getOrDefault(query.customer(), -1);
    model.comparison().findNearest(query, weights, self, neighborhood.size(), scratch);
    if (scratch.neighbors.size() == 0) {
      return List.of();
    }
    double[] own = addUp(query, weights.length, scratch);
    scratch.best.select(scratch.products, count, heard(query, scratch));
    return query.explained()
        ? new NeighborEvidence(model, query, weights, own, scratch).proposals()
        : scratch.best.proposals();
  }

  /**
   * Leaves the scores in {@code scratch.products}, and how many neighbours like each product in
   * {@code scratch.supporters}.
   *
   * @return how much each product of the taste speaks for itself, in the unit of what all
   *     neighbours have to say
   */
  private double[] addUp(Query query, int length, Scratch scratch) {
    SparseMatrix likes = model.likes().matrix();
    Scores scores = scratch.products;
    Scores supporters = scratch.supporters;
    scores.reset();
    supporters.reset();
    boolean counted = query.explained() || isLeastAsked();
    double says = 0;
    for (int n = 0; n < scratch.neighbors.size(); n++) {
      int row = scratch.neighbors.number(n);
      int from = likes.starts()[row];
      int to = likes.starts()[row + 1];
      double say = neighborhood.say(scratch.neighbors.score(n));
      says += say;
      scores.addAll(likes.columns(), likes.values(), from, to, say);
      if (counted) {
        supporters.countAll(likes.columns(), likes.values(), from, to);
      }
    }
    double[] own = new double[length];
    scratch.speaking.reset();
    if (query.history()) {
      Taste taste = query.taste();
      for (int i = 0; i < length; i++) {
        own[i] = says * attention.again(taste, i, attention.weight(taste, i));
        if (own[i] > 0) {
          speakForItself(taste.product(i), own[i], scratch);
        }
      }
    }
    return own;
  }

  /** A product that too few neighbours like still has what it says for itself. */
  private void speakForItself(int product, double own, Scratch scratch) {
    if (isLeastAsked() && scratch.supporters.get(product) < neighborhood.leastCustomers()) {
      scratch.products.silence(product);
    }
    scratch.products.add(product, own);
    scratch.speaking.add(product);
  }

  /** What may be proposed and is not silenced because too few like it. */
  private IntPredicate heard(Query query, Scratch scratch) {
    IntPredicate allowed = query.allowed();
    if (!isLeastAsked()) {
      return allowed;
    }
    int least = neighborhood.leastCustomers();
    return product ->
        (scratch.supporters.get(product) >= least || scratch.speaking.of(product) >= 0)
            && allowed.test(product);
  }

  private boolean isLeastAsked() {
    return neighborhood.leastCustomers() > 1;
  }
}
