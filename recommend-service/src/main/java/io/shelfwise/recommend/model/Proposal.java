package io.shelfwise.recommend.model;

import java.util.List;

/**
 * A product that a recommender proposes.
 *
 * @param product the product's number
 * @param score how strongly: more than 0 and finite, comparable within one answer of one
 *     recommender only
 * @param evidence what spoke for it, strongest first, at most {@value Evidence#MOST} and, last,
 *     what is not told; the weights add up to the score. Empty where it was not asked for
 */
public record Proposal(int product, double score, List<Evidence> evidence) {
  public Proposal {
    if (!(score > 0) || Double.isInfinite(score)) {
      throw new IllegalArgumentException("score: " + score + " (expected: > 0 and finite)");
    }
    evidence = List.copyOf(evidence);
  }
}
