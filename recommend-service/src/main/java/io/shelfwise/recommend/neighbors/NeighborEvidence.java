package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Places;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Tells what the scores of the best products are due to: with the weights {@code t} of the products
 * of a taste, a neighbour's part of a score is due to the products {@code i} that make it a
 * neighbour, in the proportion {@code t_i x_vi / t·x_v}.
 *
 * <p>There are many such shares, and few are told. So only those products of the taste are followed
 * to the scores that say most to all neighbours together; what the others say is told as that of
 * the neighbours, of whom there are so many.
 */
final class NeighborEvidence {
  /** Beside the products there is room for one piece of evidence: how many neighbours there are. */
  private static final int MOST_TOLD = Evidence.MOST - 1;

  /** How many products of a taste are followed. */
  private static final int MOST_FOLLOWED = 16;

  private final SparseMatrix likes;
  private final Neighborhood neighborhood;
  private final Taste taste;
  private final double[] weights;
  private final double[] own;
  private final Scratch scratch;

  /**
   * The evidence for {@code scratch.best}, by {@code scratch.neighbors}.
   *
   * @param weights of the products of the taste
   * @param own how much each of them speaks for itself
   */
  NeighborEvidence(
      NeighborsModel model, Query query, double[] weights, double[] own, Scratch scratch) {
    this.likes = model.likes().matrix();
    this.neighborhood = model.neighborhood();
    this.taste = query.taste();
    this.weights = weights;
    this.own = own;
    this.scratch = scratch;
  }

  List<Proposal> proposals() {
    Best best = scratch.best;
    double[] dots = new double[scratch.neighbors.size()];
    int[] followed = followed(dots);
    scratch.places.reset(best);
    share(followed, dots);
    offer(followed);
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      proposals.add(new Proposal(best.number(place), best.score(place), evidence(place)));
    }
    return proposals;
  }

  /**
   * The products of the taste that say most, by their places in it.
   *
   * @param dots where to leave {@code t·x_v} of each neighbour
   */
  private int[] followed(double[] dots) {
    Places speaking = speaking(weights.length, i -> i);
    double[] loudness = new double[weights.length];
    for (int n = 0; n < dots.length; n++) {
      int row = scratch.neighbors.number(n);
      int from = likes.starts()[row];
      int to = likes.starts()[row + 1];
      int[] found = scratch.numbers(to - from);
      int count = speaking.find(likes.columns(), from, to, found);
      for (int f = 0; f < count; f++) {
        dots[n] += weights[speaking.of(likes.columns()[found[f]])] * likes.values()[found[f]];
      }
      double unit = unit(n, dots[n]);
      for (int f = 0; f < count; f++) {
        int i = speaking.of(likes.columns()[found[f]]);
        loudness[i] += unit * weights[i] * likes.values()[found[f]];
      }
    }
    Best loudest = new Best();
    loudest.reset(Math.min(MOST_FOLLOWED, weights.length));
    for (int i = 0; i < loudness.length; i++) {
      if (loudness[i] > 0 && loudest.beats(i, loudness[i])) {
        loudest.add(i, loudness[i]);
      }
    }
    loudest.sort();
    int[] followed = new int[loudest.size()];
    for (int f = 0; f < followed.length; f++) {
      followed[f] = loudest.number(f);
    }
    return followed;
  }

  /** Leaves in {@code scratch.shares} how much of each score is due to each product followed. */
  private void share(int[] followed, double[] dots) {
    Places speaking = speaking(followed.length, f -> followed[f]);
    Shares shares = scratch.shares;
    shares.reset(scratch.best.size(), followed.length);
    double[] parts = new double[followed.length];
    int[] shared = new int[followed.length];
    for (int n = 0; n < dots.length; n++) {
      int row = scratch.neighbors.number(n);
      int from = likes.starts()[row];
      int to = likes.starts()[row + 1];
      double unit = unit(n, dots[n]);
      int[] found = scratch.numbers(to - from);
      int count = speaking.find(likes.columns(), from, to, found);
      for (int k = 0; k < count; k++) {
        int f = speaking.of(likes.columns()[found[k]]);
        shared[k] = f;
        parts[k] = unit * weights[followed[f]] * likes.values()[found[k]];
      }
      int scored = count == 0 ? 0 : scratch.places.find(likes.columns(), from, to, found);
      for (int k = 0; k < scored; k++) {
        int place = scratch.places.of(likes.columns()[found[k]]);
        shares.addAll(place, shared, parts, count, likes.values()[found[k]]);
      }
    }
  }

  /** What a neighbour says in the unit of {@code t·x_v}; nothing where rounding is all there is. */
  private double unit(int neighbor, double dot) {
    return dot > 0 ? neighborhood.say(scratch.neighbors.score(neighbor)) / dot : 0;
  }

  /** Offers what each score is due to: the shares, and what products say for themselves. */
  private void offer(int[] followed) {
    Parts parts = scratch.parts;
    parts.reset(scratch.best.size(), MOST_TOLD);
    for (int place = 0; place < scratch.best.size(); place++) {
      for (int f = 0; f < followed.length && supporters(place) > 0; f++) {
        double share = scratch.shares.get(place, f);
        if (share > 0) {
          parts.offer(place, taste.product(followed[f]), share);
        }
      }
    }
    for (int i = 0; i < own.length; i++) {
      int place = own[i] > 0 ? scratch.places.of(taste.product(i)) : -1;
      if (place >= 0) {
        parts.merge(place, taste.product(i), own[i]);
      }
    }
  }

  /** Where products of the taste stand. */
  private Places speaking(int count, IntUnaryOperator placeInTaste) {
    Places speaking = scratch.speaking;
    speaking.reset();
    for (int i = 0; i < count; i++) {
      speaking.add(taste.product(placeInTaste.applyAsInt(i)));
    }
    return speaking;
  }

  /** How many neighbours a proposal is due to; 0 if they are too few to be heard. */
  private int supporters(int place) {
    int supporters = (int) scratch.supporters.get(scratch.best.number(place));
    return supporters < neighborhood.leastCustomers() ? 0 : supporters;
  }

  /**
   * The products that are told, and the count of neighbours, to which the rest of the score is due.
   */
  private List<Evidence> evidence(int place) {
    List<Evidence> evidence = scratch.parts.evidence(place);
    double score = scratch.best.score(place);
    int supporters = supporters(place);
    if (supporters > 0) {
      double rest = score;
      for (Evidence product : evidence) {
        rest -= product.weight();
      }
      rest = Math.max(0, rest);
      int at = 0;
      while (at < evidence.size() && evidence.get(at).weight() >= rest) {
        at++;
      }
      evidence.add(at, new Evidence.FromCustomers(supporters, rest));
    }
    return Evidence.completed(evidence, score);
  }
}
