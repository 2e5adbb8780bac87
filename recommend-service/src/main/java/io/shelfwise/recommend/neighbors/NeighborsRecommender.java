package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
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
import io.shelfwise.recommend.model.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proposes what the customers of the most similar taste like.
 *
 * <p>With the taste {@code t} and the interests {@code x_v} of customer {@code v}, the similarity
 * is the cosine {@code s_v = t·x_v / (|t| |x_v|)}. The score of product {@code j} is {@code Σ_v
 * s_v^q · x_vj} over the {@code k} customers of the greatest similarity. A neighbour's part of it
 * is due to the products {@code i} that make it a neighbour, in the proportion {@code t_i x_vi /
 * t·x_v}.
 *
 * @see <a href="https://doi.org/10.1145/192844.192905">Resnick et al. (1994), GroupLens</a>
 */
final class NeighborsRecommender implements Recommender {
  /**
   * Beside the products there is room for one piece of evidence: how many neighbours there were.
   */
  private static final int MOST_PRODUCTS = Evidence.MOST - 1;

  private final NeighborsModel model;
  private final Neighborhood neighborhood;
  private final Attention attention;

  NeighborsRecommender(NeighborsModel model, Neighborhood neighborhood, Attention attention) {
    this.model = model;
    this.neighborhood = neighborhood;
    this.attention = attention;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Taste taste = query.taste();
    double[] weights = new double[attention.length(taste)];
    Arrays.setAll(weights, i -> attention.weight(taste, i));
    findNeighbors(query, weights, scratch);
    if (scratch.neighbors.size() == 0) {
      return List.of();
    }
    double own = addUp(query, weights, scratch);
    scratch.best.select(scratch.products, count, query.allowed());
    return explain(query, weights, own, scratch);
  }

  /** Leaves the nearest customers in {@code scratch.neighbors}, scored by their say. */
  private void findNeighbors(Query query, double[] weights, Scratch scratch) {
    SparseMatrix byProduct = model.byProduct();
    Scores dots = scratch.customers;
    dots.reset();
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = query.taste().product(i);
      squares += weights[i] * weights[i];
      if (product < byProduct.height()) {
        dots.addAll(
            byProduct.columns(),
            byProduct.values(),
            byProduct.starts()[product],
            byProduct.starts()[product + 1],
            weights[i]);
      }
    }
    query.checkTime();
    // A customer is no neighbour of itself.
    int self = model.rows().getOrDefault(query.customer(), -1);
    Best nearest = scratch.neighbors;
    nearest.reset(neighborhood.size());
    for (int i = 0; i < dots.count(); i++) {
      int row = dots.number(i);
      double similarity = dots.get(row) / (Math.sqrt(squares) * model.norms()[row]);
      if (row != self && nearest.beats(row, similarity)) {
        nearest.add(row, similarity);
      }
    }
    nearest.sort();
  }

  /**
   * Leaves the scores in {@code scratch.products}.
   *
   * @return the unit in which products speak for themselves: what all neighbours have to say
   */
  private double addUp(Query query, double[] weights, Scratch scratch) {
    SparseMatrix matrix = model.interests().matrix();
    Scores scores = scratch.products;
    scores.reset();
    double says = 0;
    for (int n = 0; n < scratch.neighbors.size(); n++) {
      int row = scratch.neighbors.number(n);
      double say = neighborhood.say(scratch.neighbors.score(n));
      says += say;
      scores.addAll(
          matrix.columns(), matrix.values(), matrix.starts()[row], matrix.starts()[row + 1], say);
    }
    if (query.history()) {
      for (int i = 0; i < weights.length; i++) {
        double part = says * attention.again(query.taste(), i, weights[i]);
        scores.add(query.taste().product(i), part);
      }
    }
    return says;
  }

  private List<Proposal> explain(Query query, double[] weights, double own, Scratch scratch) {
    Best best = scratch.best;
    int[] counts = new int[best.size()];
    Shares shares = shares(query, weights, counts, scratch);
    Parts parts = scratch.parts;
    parts.reset(best.size(), MOST_PRODUCTS);
    for (int place = 0; place < best.size(); place++) {
      for (int i = 0; i < weights.length; i++) {
        int product = query.taste().product(i);
        double part = shares.get(place, i);
        if (query.history() && product == best.number(place)) {
          part += own * attention.again(query.taste(), i, weights[i]);
        }
        if (part > 0) {
          parts.offer(place, product, part);
        }
      }
    }
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      proposals.add(
          new Proposal(
              best.number(place), best.score(place), evidence(place, counts[place], scratch)));
    }
    return proposals;
  }

  /**
   * How much of the score of each proposal is due to each product of the taste, by way of the
   * neighbours that share it.
   */
  private Shares shares(Query query, double[] weights, int[] counts, Scratch scratch) {
    SparseMatrix matrix = model.interests().matrix();
    Taste taste = query.taste();
    Shares shares = scratch.shares;
    shares.reset(scratch.best.size(), weights.length);
    int[] shared = new int[weights.length];
    double[] partOf = new double[weights.length];
    // Where each product stands in the taste.
    Scores standing = scratch.customers;
    standing.reset();
    for (int i = 0; i < weights.length; i++) {
      standing.add(taste.product(i), i + 1.0);
    }
    scratch.notePlaces();
    for (int n = 0; n < scratch.neighbors.size(); n++) {
      int row = scratch.neighbors.number(n);
      double say = neighborhood.say(scratch.neighbors.score(n));
      int sharedCount = 0;
      double dot = 0;
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        int i = (int) standing.get(matrix.columns()[e]) - 1;
        if (i >= 0) {
          shared[sharedCount] = i;
          partOf[sharedCount] = weights[i] * matrix.values()[e];
          dot += partOf[sharedCount++];
        }
      }
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        int place = scratch.placeOf(matrix.columns()[e]);
        if (place >= 0) {
          counts[place]++;
          double unit = say * matrix.values()[e] / dot;
          for (int s = 0; s < sharedCount; s++) {
            shares.add(place, shared[s], unit * partOf[s]);
          }
        }
      }
    }
    scratch.clearPlaces();
    return shares;
  }

  /**
   * The products that are told, and the count of neighbours, to which the rest of the score is due.
   */
  private static List<Evidence> evidence(int place, int neighbors, Scratch scratch) {
    List<Evidence> evidence = scratch.parts.evidence(place);
    if (neighbors > 0) {
      double told = 0;
      for (Evidence product : evidence) {
        told += product.weight();
      }
      double rest = Math.max(0, scratch.best.score(place) - told);
      int at = 0;
      while (at < evidence.size() && evidence.get(at).weight() >= rest) {
        at++;
      }
      evidence.add(at, new Evidence.FromCustomers(neighbors, rest));
    }
    return Evidence.completed(evidence, scratch.best.score(place));
  }
}
