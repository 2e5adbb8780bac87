package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who is judged, and by what, in product numbers.
 *
 * <p>Customers are in the order of their ids. A product that no one knew has no number; it counts
 * among the relevant ones all the same.
 */
public final class TestSet {
  private final List<String> customers;
  private final int[][] relevant;
  private final int[] relevantCounts;
  private final int[][] own;
  private final int[][] had;
  private final BitSet buyers;

  private TestSet(
      List<String> customers,
      int[][] relevant,
      int[] relevantCounts,
      int[][] own,
      int[][] had,
      BitSet buyers) {
    this.customers = customers;
    this.relevant = relevant;
    this.relevantCounts = relevantCounts;
    this.own = own;
    this.had = had;
    this.buyers = buyers;
  }

  /** That of a split whose products have these numbers. */
  static TestSet of(Split split, Dictionary products) {
    Map<String, BitSet> known = new HashMap<>();
    Map<String, BitSet> theirs = new HashMap<>();
    Set<String> bought = new HashSet<>();
    for (Interaction done : split.known()) {
      if (split.relevant().containsKey(done.customer())) {
        if (done.kind() == Kind.PURCHASE) {
          bought.add(done.customer());
        }
        known
            .computeIfAbsent(done.customer(), id -> new BitSet())
            .set(products.find(done.product()));
        if (SplitRule.isHad(done)) {
          theirs
              .computeIfAbsent(done.customer(), id -> new BitSet())
              .set(products.find(done.product()));
        }
      }
    }
    List<String> customers = List.copyOf(split.relevant().keySet());
    int[][] relevant = new int[customers.size()][];
    int[] counts = new int[customers.size()];
    int[][] own = new int[customers.size()][];
    int[][] had = new int[customers.size()][];
    BitSet buyers = new BitSet();
    for (int i = 0; i < own.length; i++) {
      String customer = customers.get(i);
      Set<String> wanted = split.relevant().getOrDefault(customer, Collections.emptySortedSet());
      buyers.set(i, bought.contains(customer));
      counts[i] = wanted.size();
      relevant[i] = wanted.stream().mapToInt(products::find).filter(p -> p >= 0).sorted().toArray();
      own[i] = known.getOrDefault(customer, new BitSet()).stream().toArray();
      had[i] = theirs.getOrDefault(customer, new BitSet()).stream().toArray();
    }
    return new TestSet(customers, relevant, counts, own, had, buyers);
  }

  /** How many customers are judged. */
  public int size() {
    return customers.size();
  }

  /** The id of the i-th customer. */
  public String customer(int i) {
    return customers.get(i);
  }

  /** Whether a product is relevant to the i-th customer. */
  boolean isRelevant(int i, int product) {
    return Arrays.binarySearch(relevant[i], product) >= 0;
  }

  /** How many products are relevant to the i-th customer, those that no one knew too. */
  public int relevantCount(int i) {
    return relevantCounts[i];
  }

  /** The relevant products of the i-th customer that have a number, in order. */
  int[] relevant(int i) {
    return relevant[i];
  }

  /** The products that the i-th customer is known to have: bought, or rated; in order. */
  int[] had(int i) {
    return had[i];
  }

  /** How many products the i-th customer is known to have to do with. */
  public int ownCount(int i) {
    return own[i].length;
  }

  /** Whether the i-th customer is not known to have bought anything. */
  public boolean isCold(int i) {
    return !buyers.get(i);
  }

  /** The places of all customers. */
  public IntStream places() {
    return IntStream.range(0, size());
  }
}
