package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lists of several recommenders, laid out for trying many weights: for each customer the
 * products that any of them proposes, each with its normalised score in each list.
 */
final class BlendTask {
  private final int k;
  private final Customer[] customers;

  BlendTask(List<RecommenderName> names, List<BlendFit.Fold> folds, int k) {
    this.k = k;
    this.customers =
        folds.stream()
            .flatMap(fold -> customers(fold.listsOf(names), fold, k))
            .toArray(Customer[]::new);
  }

  private static Stream<Customer> customers(List<TopLists> lists, BlendFit.Fold fold, int k) {
    return fold.test()
        .places()
        .filter(fold.counted())
        .mapToObj(c -> customer(lists, fold.test(), c, k));
  }

  /**
   * One customer.
   *
   * @param relevant whether each product that is proposed is relevant, in the order of product
   *     numbers
   * @param ends where the entries of each list end
   * @param products the entries: which product
   * @param values and its normalised score
   * @param ideal the discounted gain of the best possible list
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Customer(
      boolean[] relevant, int[] ends, int[] products, float[] values, double ideal) {}

  /** Whether there is no one to fit to. */
  boolean isEmpty() {
    return customers.length == 0;
  }

  private static Customer customer(List<TopLists> lists, TestSet test, int c, int k) {
    int[] ends = new int[lists.size()];
    int size = 0;
    for (int i = 0; i < ends.length; i++) {
      size += lists.get(i).size(c);
      ends[i] = size;
    }
    int[] numbers = new int[size];
    float[] values = new float[size];
    int at = 0;
    for (TopLists list : lists) {
      int length = list.size(c);
      double highest = Blend.highest(list, c, length);
      for (int place = 0; place < length; place++) {
        numbers[at] = list.product(c, place);
        values[at++] = (float) (list.score(c, place) / highest);
      }
    }
    int[] union = Arrays.stream(numbers).sorted().distinct().toArray();
    boolean[] relevant = new boolean[union.length];
    for (int i = 0; i < union.length; i++) {
      relevant[i] = test.isRelevant(c, union[i]);
    }
    for (int e = 0; e < size; e++) {
      numbers[e] = Arrays.binarySearch(union, numbers[e]);
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(k, test.relevantCount(c)); rank++) {
      ideal += gain(rank);
    }
    return new Customer(relevant, ends, numbers, values, ideal);
  }

  private static double gain(int rank) {
    return Math.log(2) / Math.log(rank + 2.0);
  }

  /** The mean NDCG of the blend with these weights. */
  double ndcg(double[] weights) {
    double[] values = new double[customers.length];
    IntStream.range(0, values.length)
        .parallel()
        .forEach(c -> values[c] = ndcg(customers[c], weights));
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private double ndcg(Customer customer, double[] weights) {
    double[] scores = new double[customer.relevant().length];
    int from = 0;
    for (int i = 0; i < weights.length; i++) {
      int to = customer.ends()[i];
      if (weights[i] > 0) {
        for (int e = from; e < to; e++) {
          scores[customer.products()[e]] += weights[i] * customer.values()[e];
        }
      }
      from = to;
    }
    return gains(customer, scores) / customer.ideal();
  }

  /** The discounted gain of the k products of the highest scores; of equals the first ones. */
  private double gains(Customer customer, double[] scores) {
    int[] top = new int[k];
    int size = 0;
    for (int product = 0; product < scores.length; product++) {
      double score = scores[product];
      if (score > 0 && (size < k || score > scores[top[size - 1]])) {
        int place = size < k ? size++ : k - 1;
        while (place > 0 && scores[top[place - 1]] < score) {
          top[place] = top[place - 1];
          place--;
        }
        top[place] = product;
      }
    }
    double gain = 0;
    for (int rank = 0; rank < size; rank++) {
      gain += customer.relevant()[top[rank]] ? gain(rank) : 0;
    }
    return gain;
  }
}
