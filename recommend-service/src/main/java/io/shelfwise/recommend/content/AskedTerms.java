package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.Best;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Terms that products are looked for by: a product scores {@code Σ boost(term) · score(term,
 * product)}, added up in the order of {@link #order}.
 *
 * @param products how many products there are
 * @param terms the terms
 * @param boosts how much each counts; more than 0
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record AskedTerms(int products, List<ScoredTerm> terms, float[] boosts) {
  /** What a product's score comes to, by what else is known of the product. */
  interface Rating {
    float of(int product, float score);
  }

  /** How much a term adds to the score of a product at most. */
  float reach(int term) {
    return boosts[term] * terms.get(term).largest();
  }

  /** The terms, those first of which few entries have to be read for as much as they can add. */
  int[] order() {
    double[] costs = new double[boosts.length];
    Arrays.setAll(costs, term -> terms.get(term).size() / reach(term));
    return IntStream.range(0, boosts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(term -> costs[term]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The products that score best and more than 0, the best first, of equals the lower number. */
  int[] best(int most, IntPredicate allowed) {
    return BestSums.ofThread().of(this, most, allowed);
  }

  /**
   * The same, when products are ordered by what their scores come to: for that, all of them are
   * looked at.
   */
  int[] best(int most, IntPredicate allowed, Rating rating) {
    float[] scores = new float[products];
    for (int t : order()) {
      ScoredTerm term = terms.get(t);
      for (int e = 0; e < term.size(); e++) {
        scores[term.products()[e]] += boosts[t] * term.scores()[e];
      }
    }
    Best best = new Best();
    best.reset(most);
    double least = 0;
    for (int product = 0; product < products; product++) {
      float score = scores[product] > 0 ? rating.of(product, scores[product]) : 0;
      // Of equals the lower number stays: a product that comes later has to score more.
      if (score > least && allowed.test(product)) {
        best.add(product, score);
        least = best.least();
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
   * @param whole the score of which the parts are to be told
   * @param parts a row for each product, to which what each trait adds is added
   * @param places the place in a row of the trait that each term belongs to, after {@code from}
   */
  void addParts(int[] asked, double whole, double[][] parts, int[] places, int from) {
    for (int t = 0; t < boosts.length; t++) {
      ScoredTerm term = terms.get(t);
      double factor = boosts[t] / whole;
      int place = 0;
      for (int rank = 0; rank < asked.length; rank++) {
        place = term.seek(asked[rank], place);
        if (term.has(asked[rank], place)) {
          parts[rank][from + places[t]] += factor * term.scores()[place];
        }
      }
    }
  }
}
