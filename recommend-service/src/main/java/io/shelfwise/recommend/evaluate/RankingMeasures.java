package io.shelfwise.recommend.evaluate;

import java.util.List;
import java.util.Set;

/**
 * How good rankings are, as means over customers.
 *
 * @param customers how many customers went in
 * @param hitRate10 the part of the customers of whose relevant products at least one is among the
 *     first ten
 * @param ndcg10 discounted gain of the first ten, {@code Σ 1 / log2(rank + 1)} over the hits, in
 *     the unit of the best possible
 * @param recall20 hits among the first twenty, in the unit of the most possible: the smaller of
 *     twenty and the number of relevant products
 */
public record RankingMeasures(int customers, double hitRate10, double ndcg10, double recall20) {
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  /** How much of a ranking is looked at. */
  static final int LONGEST = TWENTY;

  /**
   * That of one ranking, the best first, for a customer to whom these products, at least one, are
   * relevant.
   */
  static RankingMeasures of(List<Integer> ranking, Set<Integer> relevant) {
    double gain = 0;
    double best = 0;
    int hits10 = 0;
    int hits20 = 0;
    for (int rank = 1; rank <= TWENTY; rank++) {
      boolean hit = rank <= ranking.size() && relevant.contains(ranking.get(rank - 1));
      double discounted = 1 / log2(rank + 1.0);
      if (rank <= TEN) {
        gain += hit ? discounted : 0;
        best += rank <= relevant.size() ? discounted : 0;
        hits10 += hit ? 1 : 0;
      }
      hits20 += hit ? 1 : 0;
    }
    return new RankingMeasures(
        1, hits10 > 0 ? 1 : 0, gain / best, hits20 / (double) Math.min(TWENTY, relevant.size()));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** The means over the customers of both. */
  RankingMeasures and(RankingMeasures other) {
    int all = customers + other.customers;
    if (all == 0) {
      return this;
    }
    double here = customers / (double) all;
    double there = other.customers / (double) all;
    return new RankingMeasures(
        all,
        here * hitRate10 + there * other.hitRate10,
        here * ndcg10 + there * other.ndcg10,
        here * recall20 + there * other.recall20);
  }
}
