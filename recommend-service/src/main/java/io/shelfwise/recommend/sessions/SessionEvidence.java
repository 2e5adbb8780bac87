package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Places;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what the scores of the best products are due to: a past visit's part of a score to the
 * products of the present visit that it shares, in the proportion of their weights.
 */
final class SessionEvidence {
  /** Beside the products there is room for one piece of evidence: how many customers there were. */
  private static final int MOST_PRODUCTS = Evidence.MOST - 1;

  private final Sessions sessions;
  private final Loudness loudness;
  private final Visit visit;
  private final Scratch scratch;

  /** Of a past visit, the places in the present one of the products that both have. */
  private final int[] shared;

  private final double[] weights;

  /**
   * The evidence for {@code scratch.best}, by the visits in {@code scratch.neighbors}, the products
   * of the present visit in {@code scratch.speaking}, and the number of customers of each product
   * in {@code scratch.customers}.
   */
  SessionEvidence(Sessions sessions, Loudness loudness, Visit visit, Scratch scratch) {
    this.sessions = sessions;
    this.loudness = loudness;
    this.visit = visit;
    this.scratch = scratch;
    this.shared = new int[visit.length()];
    this.weights = new double[visit.length()];
  }

  List<Proposal> proposals() {
    Best best = scratch.best;
    scratch.shares.reset(best.size(), visit.length());
    scratch.places.reset(best);
    for (int n = 0; n < scratch.neighbors.size(); n++) {
      share(scratch.neighbors.number(n), scratch.neighbors.score(n));
    }
    Parts parts = scratch.parts;
    parts.reset(best.size(), MOST_PRODUCTS);
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      for (int i = 0; i < visit.length(); i++) {
        double share = scratch.shares.get(place, i);
        if (share > 0) {
          parts.offer(place, visit.products()[i], share);
        }
      }
      double score = best.score(place);
      int count = (int) scratch.customers.get(best.number(place));
      proposals.add(
          new Proposal(best.number(place), score, evidence(parts.evidence(place), count, score)));
    }
    return proposals;
  }

  /** Shares out what a past visit says of the best. */
  private void share(int past, double similarity) {
    Places present = scratch.speaking;
    Shares shares = scratch.shares;
    int[] products = sessions.products();
    int from = sessions.starts()[past];
    int to = sessions.starts()[past + 1];
    int count = 0;
    int newest = 0;
    int met = from;
    double whole = 0;
    for (int i = from; i < to; i++) {
      int place = present.of(products[i]);
      if (place >= 0) {
        shared[count] = place;
        weights[count++] = visit.weights()[place];
        whole += visit.weights()[place];
        if (place >= newest) {
          newest = place;
          met = i;
        }
      }
    }
    double unit = similarity * visit.weights()[newest] / whole;
    for (int i = from; i < to; i++) {
      int place = scratch.places.of(products[i]);
      if (place >= 0) {
        double closeness = loudness.closeness()[loudness.at(i - met)];
        double part = unit * closeness * loudness.rarity()[products[i]];
        shares.addAll(place, shared, weights, count, part);
      }
    }
  }

  /** The products, and how many customers' visits spoke, to which the rest of the score is due. */
  private static List<Evidence> evidence(List<Evidence> products, int customers, double score) {
    double told = 0;
    for (Evidence product : products) {
      told += product.weight();
    }
    double rest = Math.max(0, score - told);
    int at = 0;
    while (at < products.size() && products.get(at).weight() >= rest) {
      at++;
    }
    products.add(at, new Evidence.FromCustomers(customers, rest));
    return Evidence.completed(products, score);
  }
}
