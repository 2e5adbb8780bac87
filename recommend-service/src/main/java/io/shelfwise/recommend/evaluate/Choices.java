package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What customers wanted among all that was proposed to them.
 *
 * <p>With weights {@code w}, a customer chooses product {@code j} of those with the probability
 * {@code exp(w·v_j) / Σ_l exp(w·v_l)}, where {@code v_j} are the product's scores in the lists. The
 * log-likelihood of what turned out to be relevant, a mean over the customer's products and then
 * over customers, is concave in {@code w}: it has one top, and no other place that looks like one.
 *
 * <p>What no one proposed is left out, and so are customers of whom nothing else is relevant: no
 * weights could help them.
 */
final class Choices {
  /** Sums are made of blocks of so many customers, so that they are the same on all machines. */
  private static final int BLOCK = 256;

  private final int lists;
  private final Choice[] choices;

  Choices(List<RecommenderName> names, List<BlendFit.Fold> folds) {
    this.lists = names.size();
    this.choices =
        folds.stream()
            .flatMap(fold -> fold.choices(names))
            .filter(choice -> choice.chosen().length > 0)
            .toArray(Choice[]::new);
  }

  private Choices(int lists, Choice[] choices) {
    this.lists = lists;
    this.choices = choices;
  }

  /** How many customers there are to learn from. */
  int size() {
    return choices.length;
  }

  /** How many products each of them is known to have to do with, in rising order. */
  int[] histories() {
    return Arrays.stream(choices).mapToInt(Choice::history).sorted().toArray();
  }

  /** Those of customers who have to do with so many products, or more, but below so many. */
  Choices ofHistories(int least, int below) {
    return new Choices(
        lists,
        Arrays.stream(choices)
            .filter(choice -> choice.history() >= least && choice.history() < below)
            .toArray(Choice[]::new));
  }

  /**
   * The log-likelihood at some weights, its gradient, and its curvature: the Hessian, with the sign
   * by which it is positive semidefinite, row after row.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Slope(double value, double[] gradient, double[] curvature) {}

  /** The log-likelihood at these weights. */
  Slope at(double[] weights) {
    int blocks = (choices.length + BLOCK - 1) / BLOCK;
    Sum[] sums = new Sum[blocks];
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              Sum sum = new Sum(weights);
              int to = Math.min(choices.length, (block + 1) * BLOCK);
              for (int c = block * BLOCK; c < to; c++) {
                sum.add(choices[c]);
              }
              sums[block] = sum;
            });
    Sum all = new Sum(weights);
    for (Sum sum : sums) {
      all.add(sum);
    }
    return all.mean(choices.length);
  }

  /** The NDCG of the first k products of each customer's blend. */
  double[] ndcg(double[] weights, int k) {
    double[] values = new double[choices.length];
    IntStream.range(0, values.length)
        .parallel()
        .forEach(c -> values[c] = choices[c].ndcg(weights, k));
    return values;
  }

  /** Adds up what customers say of some weights. */
  private final class Sum {
    private final double[] weights;
    private final double[] gradient = new double[lists];
    private final double[] curvature = new double[lists * lists];
    private double value;

    /** Of each list, the score that is to be expected of the product that is chosen. */
    private final double[] expected = new double[lists];

    Sum(double[] weights) {
      this.weights = weights;
    }

    void add(Choice choice) {
      double[] chances = choice.scores(weights);
      double chosen = 0;
      for (int product : choice.chosen()) {
        chosen += chances[product];
      }
      value += chosen / choice.chosen().length - toChances(chances);
      double[] shares = new double[choice.offered()];
      for (int product : choice.chosen()) {
        shares[product] = 1.0 / choice.chosen().length;
      }
      double[] ofList = new double[choice.offered()];
      for (int i = 0; i < lists; i++) {
        Arrays.fill(ofList, 0);
        double seen = 0;
        expected[i] = 0;
        for (int e = choice.start(i); e < choice.end(i); e++) {
          int product = choice.products()[e];
          seen += shares[product] * choice.values()[e];
          ofList[product] = chances[product] * choice.values()[e];
          expected[i] += ofList[product];
        }
        gradient[i] += seen - expected[i];
        for (int j = 0; j <= i; j++) {
          double together = 0;
          for (int e = choice.start(j); e < choice.end(j); e++) {
            together += ofList[choice.products()[e]] * choice.values()[e];
          }
          curvature[i * lists + j] += together - expected[i] * expected[j];
        }
      }
    }

    /**
     * Puts probabilities in the place of scores.
     *
     * @return the logarithm of {@code Σ exp(score)}
     */
    private static double toChances(double[] scores) {
      double highest = Arrays.stream(scores).max().orElse(0);
      double sum = 0;
      for (int product = 0; product < scores.length; product++) {
        scores[product] = Math.exp(scores[product] - highest);
        sum += scores[product];
      }
      for (int product = 0; product < scores.length; product++) {
        scores[product] /= sum;
      }
      return highest + Math.log(sum);
    }

    void add(Sum other) {
      value += other.value;
      Arrays.setAll(gradient, i -> gradient[i] + other.gradient[i]);
      Arrays.setAll(curvature, i -> curvature[i] + other.curvature[i]);
    }

    Slope mean(int count) {
      double[] whole = new double[curvature.length];
      for (int i = 0; i < lists; i++) {
        for (int j = 0; j <= i; j++) {
          whole[i * lists + j] = curvature[i * lists + j] / count;
          whole[j * lists + i] = curvature[i * lists + j] / count;
        }
      }
      return new Slope(
          value / count, Arrays.stream(gradient).map(slope -> slope / count).toArray(), whole);
    }
  }
}
