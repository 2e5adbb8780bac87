package io.shelfwise.standalone.shop;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.mahout.math.stats.LogLikelihood;

/** Counts which products are in an order together. */
final class Baskets {
  private final List<Set<String>> orders;
  private final Map<String, Long> counts;

  /** Two products of which the first is bought, and the second with it or without it. */
  record Pair(String first, String second, double lift, double logLikelihood) {}

  Baskets(Stream<Event> orders) {
    this.orders = orders.map(Baskets::products).toList();
    this.counts = count(this.orders.stream());
  }

  /** The products that are in at least so many orders. */
  List<String> productsInAtLeast(long orders) {
    return counts.keySet().stream().filter(product -> count(product) >= orders).sorted().toList();
  }

  Pair pair(String first, String second) {
    return pair(first, second, with(first).getOrDefault(second, 0L));
  }

  /**
   * The place of a pair among all pairs with the same first product, by log-likelihood ratio; the
   * best has place 1.
   */
  long rank(Pair pair) {
    return 1
        + with(pair.first()).entrySet().stream()
            .filter(other -> !other.getKey().equals(pair.first()))
            .map(other -> pair(pair.first(), other.getKey(), other.getValue()))
            .filter(other -> other.lift() > 1 && other.logLikelihood() > pair.logLikelihood())
            .count();
  }

  private Pair pair(String first, String second, long together) {
    long all = orders.size();
    long a = count(first);
    long b = count(second);
    return new Pair(
        first,
        second,
        (double) together * all / ((double) a * b),
        LogLikelihood.logLikelihoodRatio(
            together, a - together, b - together, all - a - b + together));
  }

  /** How often each product is in an order with this one. */
  private Map<String, Long> with(String product) {
    return count(orders.stream().filter(order -> order.contains(product)));
  }

  private long count(String product) {
    return counts.getOrDefault(product, 0L);
  }

  private static Map<String, Long> count(Stream<Set<String>> orders) {
    return orders.flatMap(Set::stream).collect(groupingBy(product -> product, counting()));
  }

  private static Set<String> products(Event order) {
    return order.getPurchase().getLinesList().stream().map(LineItem::getProduct).collect(toSet());
  }
}
