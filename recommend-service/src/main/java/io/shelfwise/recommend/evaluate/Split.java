package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happened, in two parts: what recommenders may know, and what they are judged by.
 *
 * @param known what may be known, in the order of time
 * @param relevant what each customer that can be judged turned out to want: product ids by customer
 *     id, of each at least one. Products that no one knew are among them, though no recommender can
 *     find them: leaving them out would make the task easier than it is
 */
public record Split(List<Interaction> known, SortedMap<String, SortedSet<String>> relevant) {
  public Split {
    known = List.copyOf(known);
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>(Ids.ORDER);
    relevant.forEach(
        (customer, products) -> {
          if (products.isEmpty()) {
            throw new IllegalArgumentException(
                "relevant to " + customer + ": nothing (expected: at least a product)");
          }
          copy.put(customer, Collections.unmodifiableSortedSet(sorted(products)));
        });
    relevant = Collections.unmodifiableSortedMap(copy);
  }

  /** The split of what is known and what is relevant, in any order of customers and products. */
  public static Split of(List<Interaction> known, Map<String, ? extends Set<String>> relevant) {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>(Ids.ORDER);
    relevant.forEach((customer, products) -> copy.put(customer, sorted(products)));
    return new Split(known, copy);
  }

  private static SortedSet<String> sorted(Set<String> products) {
    SortedSet<String> sorted = new TreeSet<>(Ids.ORDER);
    sorted.addAll(products);
    return sorted;
  }
}
