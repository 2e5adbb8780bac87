package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Finds the weights of a blend, on a part of the data that the blend is not judged by: those that
 * make what customers wanted most likely, and from there as far as the NDCG of the first products
 * rises.
 *
 * <p>The NDCG leaps where two products change places, and where many weights are tried its highest
 * value is found by chance. The likelihood is smooth and has one top, but counts a product deep in
 * the lists as much as one at their head. So the {@link ConditionalLogit} tells where to begin, and
 * a step from there is taken only if it gains {@value #LEAST_ERRORS} times the standard error of
 * the gain. A customer of several folds counts as several there, so with three folds that is at
 * least 1.7 times the error among customers.
 */
public final class BlendFit {
  private static final double[] FACTORS = {0, 0.5, 0.7, 0.85, 1.2, 1.5, 2};
  private static final double[] SHARES = {0.05, 0.1, 0.2, 0.3, 0.5};
  private static final double LEAST_ERRORS = 3;
  private static final int MOST_STEPS = 20;

  private final Choices choices;
  private final int k;

  private BlendFit(Choices choices, int k) {
    this.choices = choices;
    this.k = k;
  }

  /**
   * A part of the data that weights are fitted to.
   *
   * @param lists what each recommender proposes to the customers of the test set
   * @param counted which of them, by place, are learned from
   */
  public record Fold(Map<RecommenderName, TopLists> lists, TestSet test, IntPredicate counted) {
    public Fold {
      lists = Map.copyOf(lists);
    }

    Stream<Choice> choices(List<RecommenderName> names) {
      List<TopLists> ofAll =
          names.stream().map(name -> Objects.requireNonNull(lists.get(name), name.text())).toList();
      return test.places().filter(counted).mapToObj(customer -> Choice.of(ofAll, test, customer));
    }
  }

  /**
   * Fits. Where no customer was proposed anything relevant, nothing can be told of weights: all are
   * equal then.
   *
   * @param folds at least one; the same recommenders have a say in each
   * @param k of how many products the NDCG is looked at
   */
  public static Blend fit(List<Fold> folds, int k) {
    List<RecommenderName> names = new ArrayList<>(new EnumMap<>(folds.getFirst().lists()).keySet());
    double[] found = new BlendFit(new Choices(names, folds), k).weights(names.size());
    Map<RecommenderName, Double> weights = new EnumMap<>(RecommenderName.class);
    for (int i = 0; i < found.length; i++) {
      weights.put(names.get(i), found[i]);
    }
    return new Blend(weights);
  }

  private double[] weights(int lists) {
    double[] likeliest =
        choices.size() == 0 ? new double[lists] : ConditionalLogit.fit(choices, lists);
    if (Arrays.stream(likeliest).sum() == 0) {
      Arrays.fill(likeliest, 1);
      return likeliest;
    }
    return climbed(likeliest);
  }

  /** Takes the step by which most is gained, again and again. */
  private double[] climbed(double[] from) {
    double[] best = from;
    double[] reached = choices.ndcg(best, k);
    boolean better = true;
    for (int step = 0; better && step < MOST_STEPS; step++) {
      double[] before = reached;
      double most = 0;
      for (double[] weights : steps(best)) {
        double[] there = choices.ndcg(weights, k);
        double gain = sureGain(before, there);
        if (gain > most) {
          most = gain;
          best = weights;
          reached = there;
        }
      }
      better = most > 0;
    }
    return best;
  }

  /** One recommender says less or more, or is given a share of what all say. */
  private static List<double[]> steps(double[] from) {
    double sum = Arrays.stream(from).sum();
    List<double[]> steps = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      for (double factor : FACTORS) {
        if (from[i] > 0) {
          double[] weights = from.clone();
          weights[i] *= factor;
          steps.add(weights);
        }
      }
      for (double share : SHARES) {
        double[] weights = from.clone();
        weights[i] += share / (1 - share) * sum;
        steps.add(weights);
      }
    }
    return steps;
  }

  /** The mean of what customers gain; 0 if it is no more than chance would have it. */
  private static double sureGain(double[] before, double[] after) {
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < before.length; c++) {
      double gain = after[c] - before[c];
      sum += gain;
      squares += gain * gain;
    }
    // One alone cannot tell how far others differ.
    if (before.length < 2) {
      return 0;
    }
    double mean = sum / before.length;
    double variance = (squares - sum * mean) / (before.length - 1);
    return mean > LEAST_ERRORS * Math.sqrt(Math.max(0, variance) / before.length) ? mean : 0;
  }
}
