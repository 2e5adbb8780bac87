package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.Best;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Terms that products are looked for by: a product scores {@code Σ boost(term) · score(term,
 * product)}.
 *
 * @param products how many products there are
 * @param terms the terms
 * @param boosts how much each counts
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record AskedTerms(int products, List<ScoredTerm> terms, float[] boosts) {
  private static final int NONE = -1;

  /** What a product's score comes to, by what else is known of the product. */
  interface Rating {
    float of(int product, float score);
  }

  /** The products that score best and more than 0, the best first, of equals the lower number. */
  int[] best(int most, IntPredicate allowed) {
    return best(most, allowed, (product, score) -> score);
  }

  /** The same, when products are ordered by what their scores come to. */
  int[] best(int most, IntPredicate allowed, Rating rating) {
    float[] scores = new float[products];
    for (int t = 0; t < boosts.length; t++) {
      addTo(scores, terms.get(t), boosts[t]);
    }
    Best best = new Best();
    best.reset(most);
    for (int product = 0; product < products; product++) {
      float score = scores[product] > 0 ? rating.of(product, scores[product]) : 0;
      if (score > 0 && best.beats(product, score) && allowed.test(product)) {
        best.add(product, score);
      }
    }
    best.sort();
    int[] found = new int[best.size()];
    Arrays.setAll(found, best::number);
    return found;
  }

  private static void addTo(float[] sums, ScoredTerm term, float boost) {
    int[] products = term.products();
    float[] scores = term.scores();
    for (int e = 0; e < products.length; e++) {
      sums[products[e]] += boost * scores[e];
    }
  }

  /**
   * The parts that the terms have in products' scores.
   *
   * @param asked the products
   * @param traits which trait each term belongs to
   * @param count how many traits there are
   * @return for each product what each trait adds; 0 for one that it does not have
   */
  double[][] parts(int[] asked, int[] traits, int count) {
    int[] ranks = new int[products];
    Arrays.fill(ranks, NONE);
    for (int rank = 0; rank < asked.length; rank++) {
      ranks[asked[rank]] = rank;
    }
    double[][] parts = new double[asked.length][count];
    for (int t = 0; t < boosts.length; t++) {
      addTo(parts, traits[t], ranks, terms.get(t), boosts[t]);
    }
    return parts;
  }

  private static void addTo(
      double[][] parts, int trait, int[] ranks, ScoredTerm term, float boost) {
    int[] products = term.products();
    for (int e = 0; e < products.length; e++) {
      int rank = ranks[products[e]];
      if (rank != NONE) {
        parts[rank][trait] += boost * term.scores()[e];
      }
    }
  }

  /** Divides all parts by a number. */
  static void divide(double[][] parts, double by) {
    for (double[] row : parts) {
      for (int trait = 0; trait < row.length; trait++) {
        row[trait] /= by;
      }
    }
  }
}
