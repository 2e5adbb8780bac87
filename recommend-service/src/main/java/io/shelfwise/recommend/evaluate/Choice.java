package io.shelfwise.recommend.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one customer wanted among all that any recommender proposes: products by their places in the
 * union of the lists, and the entries of the lists one after the other.
 *
 * @param history how many products the customer is known to have to do with
 * @param offered how many different products are proposed
 * @param chosen the places of those that are relevant
 * @param wanted how many are relevant, whether proposed or not
 * @param ends where the entries of each list end
 * @param products the entries: the place of the product
 * @param values and its score in the list, normalised as {@link Blend} does
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Choice(
    int history,
    int offered,
    int[] chosen,
    int wanted,
    int[] ends,
    int[] products,
    float[] values) {

  /** That of the customer at a place of the test set. */
  static Choice of(List<TopLists> lists, TestSet test, int customer) {
    int[] ends = new int[lists.size()];
    int size = 0;
    for (int i = 0; i < ends.length; i++) {
      size += lists.get(i).size(customer);
      ends[i] = size;
    }
    int[] products = new int[size];
    float[] values = new float[size];
    int at = 0;
    for (TopLists list : lists) {
      int length = list.size(customer);
      double highest = Blend.highest(list, customer, length);
      for (int place = 0; place < length; place++) {
        products[at] = list.product(customer, place);
        values[at++] = (float) (list.score(customer, place) / highest);
      }
    }
    int[] offered = Arrays.stream(products).sorted().distinct().toArray();
    Arrays.setAll(products, e -> Arrays.binarySearch(offered, products[e]));
    int[] chosen =
        IntStream.range(0, offered.length)
            .filter(place -> test.isRelevant(customer, offered[place]))
            .toArray();
    return new Choice(
        test.ownCount(customer),
        offered.length,
        chosen,
        test.relevantCount(customer),
        ends,
        products,
        values);
  }

  /** Where the entries of a list start. */
  int start(int list) {
    return list == 0 ? 0 : ends[list - 1];
  }

  /** Where the entries of a list end. */
  int end(int list) {
    return ends[list];
  }

  /** The score of each product that is offered, with a weight for each list. */
  double[] scores(double[] weights) {
    double[] scores = new double[offered];
    for (int i = 0; i < weights.length; i++) {
      for (int e = start(i); weights[i] > 0 && e < end(i); e++) {
        scores[products[e]] += weights[i] * values[e];
      }
    }
    return scores;
  }

  /**
   * The NDCG of the first k products of the blend; of equal ones, those of lower numbers are first.
   */
  double ndcg(double[] weights, int k) {
    double[] scores = scores(weights);
    double gain = 0;
    for (int product : chosen) {
      int rank = scores[product] > 0 ? rank(product, scores, k) : k;
      gain += rank < k ? gain(rank) : 0;
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(k, wanted); rank++) {
      ideal += gain(rank);
    }
    return gain / ideal;
  }

  /** How many products are before one, k at most. */
  private static int rank(int product, double[] scores, int k) {
    int rank = 0;
    for (int other = 0; other < scores.length && rank < k; other++) {
      boolean before =
          scores[other] > scores[product] || (other < product && scores[other] == scores[product]);
      rank += before ? 1 : 0;
    }
    return rank;
  }

  private static double gain(int rank) {
    return Math.log(2) / Math.log(rank + 2.0);
  }
}
