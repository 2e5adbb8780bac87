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
      terms.get(t).addTo(scores, boosts[t]);
    }
    Best best = new Best();
    best.reset(most);
    double least = 0;
    for (int product = 0; product < products; product++) {
      float score = scores[product] > 0 ? rating.of(product, scores[product]) : 0;
      // Of equals the lower number stays: a product that comes later has to score more.
      if (score > least && allowed.test(product)) {
        best.add(product, score);
        least = best.size() < most ? 0 : best.score(0);
      }
    }
    best.sort();
    int[] found = new int[best.size()];
    Arrays.setAll(found, best::number);
    return found;
  }

  /** What a product scores. */
  double score(int product) {
    double score = 0;
    for (int t = 0; t < boosts.length; t++) {
      ScoredTerm term = terms.get(t);
      int place = term.seek(product, 0);
      if (term.has(product, place)) {
        score += boosts[t] * term.scores()[place];
      }
    }
    return score;
  }

  /**
   * The parts that the terms have in products' scores.
   *
   * @param asked the products, ascending
   * @param traits which trait each term belongs to
   * @param count how many traits there are
   * @param whole the score of which the parts are to be told
   * @return for each product what each trait adds; 0 for one that it does not have
   */
  double[][] parts(int[] asked, int[] traits, int count, double whole) {
    double[][] parts = new double[asked.length][count];
    for (int t = 0; t < boosts.length; t++) {
      ScoredTerm term = terms.get(t);
      double factor = boosts[t] / whole;
      int place = 0;
      for (int rank = 0; rank < asked.length; rank++) {
        place = term.seek(asked[rank], place);
        if (term.has(asked[rank], place)) {
          parts[rank][traits[t]] += factor * term.scores()[place];
        }
      }
    }
    return parts;
  }
}
