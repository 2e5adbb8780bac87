package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Finds the weights of a blend by which its NDCG is highest, on lists of a part of the data that
 * the blend is not judged by.
 *
 * <p>NDCG does not change smoothly with weights, so it is climbed step by step: beginning with the
 * best single recommender, the one that helps most is given a share, again and again; then each
 * weight is tried smaller and larger until nothing helps any more. A step that gains less than
 * {@value #LEAST_GAIN} is not taken, lest the weights learn the customers they were fitted to.
 */
public final class BlendFit {
  private static final double LEAST_GAIN = 2e-5;
  private static final double[] SHARES = {0.02, 0.05, 0.1, 0.2, 0.3, 0.5};
  private static final double[] FACTORS = {0, 0.5, 0.7, 0.85, 1.2, 1.5, 2};
  private static final int MOST_ROUNDS = 40;

  private final List<RecommenderName> names;
  private final BlendTask task;
  private double[] best = new double[0];
  private double highest = -1;

  private BlendFit(List<RecommenderName> names, BlendTask task) {
    this.names = names;
    this.task = task;
  }

  /**
   * What was found.
   *
   * @param blend the weights
   * @param ndcg what they come to on the lists they were fitted to; not a number if no one counted
   */
  public record Fitted(Blend blend, double ndcg) {}

  /**
   * A part of the data that weights are fitted to.
   *
   * @param lists what each recommender proposes to the customers of the test set
   * @param counted which of them, by place, go into the mean
   */
  public record Fold(Map<RecommenderName, TopLists> lists, TestSet test, IntPredicate counted) {
    public Fold {
      lists = Map.copyOf(lists);
    }

    List<TopLists> listsOf(List<RecommenderName> names) {
      return names.stream()
          .map(name -> Objects.requireNonNull(lists.get(name), name.text()))
          .toList();
    }
  }

  /**
   * Fits. Where no customer counts, nothing can be told of weights: all are equal then.
   *
   * @param folds at least one; the same recommenders have a say in each
   * @param k of how many products the NDCG is looked at
   */
  public static Fitted fit(List<Fold> folds, int k) {
    List<RecommenderName> names = new ArrayList<>(new EnumMap<>(folds.getFirst().lists()).keySet());
    BlendFit fit = new BlendFit(names, new BlendTask(names, folds, k));
    fit.climb();
    Map<RecommenderName, Double> weights = new EnumMap<>(RecommenderName.class);
    for (int i = 0; i < names.size(); i++) {
      weights.put(names.get(i), fit.best[i]);
    }
    return new Fitted(new Blend(weights), fit.highest);
  }

  private void climb() {
    if (task.isEmpty()) {
      best = new double[names.size()];
      Arrays.fill(best, 1);
      highest = Double.NaN;
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      double[] alone = new double[names.size()];
      alone[i] = 1;
      offer(alone);
    }
    boolean better = true;
    for (int round = 0; better && round < MOST_ROUNDS; round++) {
      better = share();
    }
    better = true;
    for (int round = 0; better && round < MOST_ROUNDS; round++) {
      better = scale();
    }
  }

  /** Gives a share to the one that it helps most. */
  private boolean share() {
    double[] from = best;
    double before = highest;
    for (int i = 0; i < names.size(); i++) {
      for (double share : SHARES) {
        double[] weights = new double[from.length];
        for (int j = 0; j < from.length; j++) {
          weights[j] = (1 - share) * from[j] + (j == i ? share : 0);
        }
        offer(weights);
      }
    }
    return highest > before;
  }

  /** Tries each weight smaller and larger, one after the other. */
  private boolean scale() {
    double before = highest;
    for (int i = 0; i < names.size(); i++) {
      double[] from = best;
      for (double factor : FACTORS) {
        if (from[i] > 0) {
          double[] weights = from.clone();
          weights[i] *= factor;
          offer(weights);
        }
      }
    }
    return highest > before;
  }

  private void offer(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (sum > 0) {
      double ndcg = task.ndcg(weights);
      if (ndcg > highest + (highest < 0 ? 0 : LEAST_GAIN)) {
        highest = ndcg;
        best = weights;
      }
    }
  }
}
