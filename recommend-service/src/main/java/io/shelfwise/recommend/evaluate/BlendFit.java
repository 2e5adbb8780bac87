package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
 *
 * <p>Customers are parted by how many products they are known to have to do with, into {@value
 * #MOST_PARTS} parts of about as many customers. Those with equally many stay together, and a part
 * that would have fewer than {@value #LEAST_CUSTOMERS} is not made; a customer counts once in each
 * fold here too. The likelihood tells the weights of each part. A step is one for all parts,
 * because few customers cannot show that it gains; none leaves a part without any weight.
 */
public final class BlendFit {
  private static final double[] FACTORS = {0, 0.5, 0.7, 0.85, 1.2, 1.5, 2};
  private static final double[] SHARES = {0.05, 0.1, 0.2, 0.3, 0.5};
  private static final double LEAST_ERRORS = 3;
  private static final int MOST_STEPS = 20;
  private static final int MOST_PARTS = 3;
  private static final int LEAST_CUSTOMERS = 500;

  private final int lists;
  private final List<Choices> parts;
  private final int k;

  private BlendFit(int lists, List<Choices> parts, int k) {
    this.lists = lists;
    this.parts = parts;
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
  public static BlendByHistory fit(List<Fold> folds, int k) {
    List<RecommenderName> names = new ArrayList<>(new EnumMap<>(folds.getFirst().lists()).keySet());
    Choices all = new Choices(names, folds);
    List<Integer> starts = starts(all.histories());
    List<Choices> parts = new ArrayList<>();
    for (int part = 0; part < starts.size(); part++) {
      int below = part + 1 < starts.size() ? starts.get(part + 1) : Integer.MAX_VALUE;
      parts.add(all.ofHistories(starts.get(part), below));
    }
    double[][] found = new BlendFit(names.size(), parts, k).weights();
    NavigableMap<Integer, Blend> from = new TreeMap<>();
    for (int part = 0; part < found.length; part++) {
      from.put(starts.get(part), blend(names, found[part]));
    }
    return new BlendByHistory(from);
  }

  private static Blend blend(List<RecommenderName> names, double[] found) {
    Map<RecommenderName, Double> weights = new EnumMap<>(RecommenderName.class);
    for (int i = 0; i < found.length; i++) {
      weights.put(names.get(i), found[i]);
    }
    return new Blend(weights);
  }

  /** With how many products each part begins; with 0 alone if there are too few customers. */
  private static List<Integer> starts(int[] histories) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    int from = 0;
    for (int part = 1; part < MOST_PARTS; part++) {
      int at = (int) ((long) part * histories.length / MOST_PARTS);
      // Customers with as many products are in one part.
      while (at > 0 && histories[at - 1] == histories[at]) {
        at--;
      }
      if (at - from >= LEAST_CUSTOMERS && histories.length - at >= LEAST_CUSTOMERS) {
        starts.add(histories[at]);
        from = at;
      }
    }
    return starts;
  }

  private double[][] weights() {
    return climbed(parts.stream().map(this::likeliest).toArray(double[][]::new));
  }

  private double[] likeliest(Choices choices) {
    double[] likeliest =
        choices.size() == 0 ? new double[lists] : ConditionalLogit.fit(choices, lists);
    if (isSilent(likeliest)) {
      Arrays.fill(likeliest, 1);
    }
    return likeliest;
  }

  /** Takes the step by which most is gained, again and again. */
  private double[][] climbed(double[][] from) {
    double[][] best = from;
    double[] reached = ndcg(best);
    boolean better = true;
    for (int step = 0; better && step < MOST_STEPS; step++) {
      double[] before = reached;
      double most = 0;
      for (double[][] weights : steps(best)) {
        double[] there = ndcg(weights);
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

  /** Of each customer, those of the first part at first. */
  private double[] ndcg(double[][] weights) {
    return IntStream.range(0, weights.length)
        .mapToObj(part -> parts.get(part).ndcg(weights[part], k))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /**
   * One recommender says less or more, or is given a share of what all say; in each part. A part in
   * which it alone speaks would be silenced by taking its weight away: that is no step.
   */
  private List<double[][]> steps(double[][] from) {
    List<double[][]> steps = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      int list = i;
      if (Arrays.stream(from).anyMatch(weights -> weights[list] > 0)) {
        for (double factor : FACTORS) {
          steps.add(changed(from, list, weights -> weights[list] * factor));
        }
      }
      for (double share : SHARES) {
        double more = share / (1 - share);
        steps.add(
            changed(from, list, weights -> weights[list] + more * Arrays.stream(weights).sum()));
      }
    }
    steps.removeIf(step -> Arrays.stream(step).anyMatch(BlendFit::isSilent));
    return steps;
  }

  private static boolean isSilent(double[] weights) {
    return Arrays.stream(weights).sum() == 0;
  }

  private static double[][] changed(double[][] from, int list, ToDoubleFunction<double[]> weight) {
    double[][] weights = new double[from.length][];
    for (int part = 0; part < from.length; part++) {
      weights[part] = from[part].clone();
      weights[part][list] = weight.applyAsDouble(from[part]);
    }
    return weights;
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
