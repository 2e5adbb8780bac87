package io.shelfwise.gateway.blend;

/**
 * What one recommender proposes: products, each by its place in a list common to all recommenders,
 * with scores that are comparable within these proposals only.
 */
public final class Proposals {
  private final String recommender;
  private final int[] products;
  private final double[] scores;
  private final double highest;

  /**
   * Proposals of a recommender, in any order; the arrays are kept, not copied.
   *
   * @param products each product once
   * @param scores how strongly each is proposed, more than 0
   */
  public Proposals(String recommender, int[] products, double[] scores) {
    if (products.length != scores.length) {
      throw new IllegalArgumentException(
          "scores: " + scores.length + " (expected: " + products.length + ")");
    }
    double most = 0;
    for (double score : scores) {
      if (!(score > 0) || score == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "score of " + recommender + ": " + score + " (expected: > 0 and finite)");
      }
      most = Math.max(most, score);
    }
    this.recommender = recommender;
    this.products = products;
    this.scores = scores;
    this.highest = most;
  }

  /** Whose proposals these are. */
  public String recommender() {
    return recommender;
  }

  /** How many there are. */
  int size() {
    return products.length;
  }

  int product(int place) {
    return products[place];
  }

  /** The score at a place, divided by the highest: more than 0, and 1 for the best. */
  double normalised(int place) {
    return scores[place] / highest;
  }

  /** Where the product is proposed; -1 if it is not. */
  int placeOf(int product) {
    for (int i = 0; i < products.length; i++) {
      if (products[i] == product) {
        return i;
      }
    }
    return -1;
  }
}
