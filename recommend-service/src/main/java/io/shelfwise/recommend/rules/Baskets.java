package io.shelfwise.recommend.rules;

import io.shelfwise.recommend.interactions.Sequences;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The orders, as far as their products are bought by enough customers in enough orders. Products
 * are known by their rank here: 0 is in the most orders.
 *
 * <p>The products of basket {@code b} are {@code ranks[starts[b]]} to {@code ranks[starts[b + 1] -
 * 1]}, in ascending order; the baskets that have the product of rank {@code r} are {@code
 * holders[holderStarts[r]]} to {@code holders[holderStarts[r + 1] - 1]}, likewise. Those of one
 * customer follow each other.
 */
final class Baskets {
  private final int orders;
  private final int[] products;
  private final int[] starts;
  private final int[] ranks;
  private final int[] customers;
  private final int[] holderStarts;
  private final int[] holders;

  private Baskets(int orders, int[] products, int[] starts, int[] ranks, int[] customers) {
    this.orders = orders;
    this.products = products;
    this.starts = starts;
    this.ranks = ranks;
    this.customers = customers;
    this.holderStarts = new int[products.length + 1];
    for (int rank : ranks) {
      holderStarts[rank + 1]++;
    }
    Arrays.parallelPrefix(holderStarts, Integer::sum);
    this.holders = new int[ranks.length];
    int[] next = holderStarts.clone();
    for (int basket = 0; basket < customers.length; basket++) {
      for (int i = starts[basket]; i < starts[basket + 1]; i++) {
        holders[next[ranks[i]]++] = basket;
      }
    }
  }

  /**
   * The baskets of these orders.
   *
   * @param leastOrders in how many orders a product must be
   * @param leastCustomers and of how many different customers
   */
  static Baskets of(Sequences orders, int leastOrders, int leastCustomers) {
    int width = Arrays.stream(orders.products()).max().orElse(-1) + 1;
    int[] orderCounts = new int[width];
    int[] customerCounts = new int[width];
    count(orders, orderCounts, customerCounts);
    int[] byFrequency =
        IntStream.range(0, width)
            .filter(p -> orderCounts[p] >= leastOrders && customerCounts[p] >= leastCustomers)
            .toArray();
    IntArrays.stableSort(
        byFrequency, (one, other) -> Integer.compare(orderCounts[other], orderCounts[one]));
    int[] rankOf = new int[width];
    Arrays.fill(rankOf, -1);
    for (int rank = 0; rank < byFrequency.length; rank++) {
      rankOf[byFrequency[rank]] = rank;
    }
    int[] starts = new int[orders.groups() + 1];
    int[] ranks = new int[orders.products().length];
    int[] customers = new int[orders.groups()];
    int size = 0;
    for (int customer = 0; customer < orders.customers(); customer++) {
      for (int g = orders.customerStarts()[customer];
          g < orders.customerStarts()[customer + 1];
          g++) {
        for (int i = orders.starts()[g]; i < orders.starts()[g + 1]; i++) {
          int rank = rankOf[orders.products()[i]];
          if (rank >= 0) {
            ranks[size++] = rank;
          }
        }
        Arrays.sort(ranks, starts[g], size);
        starts[g + 1] = size;
        customers[g] = customer;
      }
    }
    return new Baskets(orders.groups(), byFrequency, starts, Arrays.copyOf(ranks, size), customers);
  }

  private static void count(Sequences orders, int[] orderCounts, int[] customerCounts) {
    int[] last = new int[orderCounts.length];
    for (int customer = 0; customer < orders.customers(); customer++) {
      int from = orders.starts()[orders.customerStarts()[customer]];
      int to = orders.starts()[orders.customerStarts()[customer + 1]];
      for (int i = from; i < to; i++) {
        int product = orders.products()[i];
        orderCounts[product]++;
        if (last[product] != customer + 1) {
          last[product] = customer + 1;
          customerCounts[product]++;
        }
      }
    }
  }

  /** How many orders there are, those included of which no product is frequent. */
  int orders() {
    return orders;
  }

  /** How many products there are. */
  int products() {
    return products.length;
  }

  /** The product of a rank. */
  int product(int rank) {
    return products[rank];
  }

  /** In how many orders the product of a rank is. */
  int count(int rank) {
    return holderStarts[rank + 1] - holderStarts[rank];
  }

  /**
   * Whether so many different customers have ordered all of these products together.
   *
   * @param set ranks, the greatest, that is in the fewest orders, first
   */
  boolean haveCustomers(int[] set, int least) {
    int found = 0;
    int last = -1;
    for (int h = holderStarts[set[0]]; h < holderStarts[set[0] + 1] && found < least; h++) {
      int basket = holders[h];
      if (customers[basket] != last && hasAll(basket, set)) {
        last = customers[basket];
        found++;
      }
    }
    return found >= least;
  }

  private boolean hasAll(int basket, int[] set) {
    for (int i = 1; i < set.length; i++) {
      if (Arrays.binarySearch(ranks, starts[basket], starts[basket + 1], set[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * All baskets in one tree. They are added in the order of their ranks, so that those that begin
   * alike share their beginnings.
   */
  OrderTree tree() {
    int[] order = IntStream.range(0, customers.length).toArray();
    IntArrays.quickSort(
        order,
        (one, other) ->
            Arrays.compare(
                ranks, starts[one], starts[one + 1], ranks, starts[other], starts[other + 1]));
    OrderTree tree = new OrderTree(products.length);
    for (int basket : order) {
      tree.add(ranks, starts[basket], starts[basket + 1], 1);
    }
    return tree;
  }
}
