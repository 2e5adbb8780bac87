package io.shelfwise.recommend.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the products that were wanted are found, by how many customers were known to have
 * them: whether those that hardly anyone has are found at all.
 */
public final class ProductGroups {
  private static final int[] BOUNDS = {0, 1, 5, 20, 100};

  private ProductGroups() {}

  /**
   * A group of products.
   *
   * @param name how many customers have each of them
   * @param wanted how many times one was relevant to a customer
   * @param found how many of those times it was among the first products of that customer's list
   * @param shown how many times one was among the first products of anyone's list
   */
  public record Found(String name, long wanted, long found, long shown) {}

  /**
   * The groups.
   *
   * @param k how many products of a list are looked at
   */
  public static List<Found> of(TopLists lists, TestSet test, ProductFacts facts, int k) {
    long[] wanted = new long[BOUNDS.length];
    long[] found = new long[BOUNDS.length];
    long[] shown = new long[BOUNDS.length];
    for (int customer = 0; customer < test.size(); customer++) {
      // What no one knew has no number, and could not be found.
      wanted[0] += test.relevantCount(customer) - test.relevant(customer).length;
      for (int product : test.relevant(customer)) {
        wanted[group(facts.popularity(product))]++;
      }
      for (int rank = 0; rank < Math.min(k, lists.size(customer)); rank++) {
        int product = lists.product(customer, rank);
        int group = group(facts.popularity(product));
        shown[group]++;
        found[group] += test.isRelevant(customer, product) ? 1 : 0;
      }
    }
    List<Found> groups = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      groups.add(new Found(name(i), wanted[i], found[i], shown[i]));
    }
    return List.copyOf(groups);
  }

  private static int group(int popularity) {
    int group = BOUNDS.length - 1;
    while (popularity < BOUNDS[group]) {
      group--;
    }
    return group;
  }

  private static String name(int group) {
    if (group == 0) {
      return "cold";
    }
    return group == BOUNDS.length - 1
        ? BOUNDS[group] + " and more"
        : BOUNDS[group] + " to " + (BOUNDS[group + 1] - 1);
  }
}
