package io.shelfwise.recommend.trial;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.List;

/**
 * How good a recommender was found.
 *
 * @param name which it is
 * @param trainSeconds how long it took to train
 * @param measures how good it is by each measure
 * @param cold how good it is for customers of whom no purchase was known, by each measure that is a
 *     mean over customers
 */
public record Verdict(
    RecommenderName name, double trainSeconds, List<Value> measures, List<Value> cold) {
  public Verdict {
    measures = List.copyOf(measures);
    cold = List.copyOf(cold);
  }

  /**
   * A measure.
   *
   * @param measure its name, such as {@code ndcg@10}
   * @param value the mean over the customers, or what it is of all of them together
   * @param low the lower bound of the value's 95 % interval; the value itself where there is none
   * @param high the upper bound
   */
  public record Value(String measure, double value, double low, double high) {}
}
