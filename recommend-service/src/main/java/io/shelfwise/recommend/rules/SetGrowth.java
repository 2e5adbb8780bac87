package io.shelfwise.recommend.rules;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Finds the sets of products that many orders have together, by growing them: a set is made larger
 * by each product that is frequent among the orders that have the set, and those orders, as far as
 * they matter, are a tree again.
 *
 * @see <a href="https://doi.org/10.1145/342009.335372">Han, Pei, Yin (2000), Mining frequent
 *     patterns without candidate generation</a>
 */
final class SetGrowth {
  private final OrderTree all;
  private final int least;
  private final int longest;
  private final int most;
  private final Level[] levels;

  private SetGrowth(OrderTree all, int products, int least, int longest, int most) {
    this.all = all;
    this.least = least;
    this.longest = longest;
    this.most = most;
    this.levels = new Level[longest];
    Arrays.setAll(levels, i -> new Level(products));
  }

  /**
   * The sets.
   *
   * @param least how many orders must have all products of a set
   * @param longest how many products a set has at most
   * @param most how many sets to deal with
   * @return empty if there are more
   */
  static Optional<FrequentSets> find(
      Baskets baskets, int least, int longest, int most, Runnable check) {
    OrderTree tree = baskets.tree();
    AtomicLong size = new AtomicLong();
    // Not thread-local, since threads outlive a training, and would keep the tree.
    ConcurrentLinkedQueue<SetGrowth> spare = new ConcurrentLinkedQueue<>();
    List<FrequentSets.Found> found =
        IntStream.range(0, baskets.products())
            .parallel()
            .mapToObj(
                rank -> {
                  check.run();
                  FrequentSets.Found these = new FrequentSets.Found();
                  // Whether there are too many does not depend on who comes first.
                  if (size.get() <= most) {
                    SetGrowth growth =
                        Optional.ofNullable(spare.poll())
                            .orElseGet(
                                () ->
                                    new SetGrowth(tree, baskets.products(), least, longest, most));
                    growth.grow(rank, these);
                    spare.add(growth);
                    size.addAndGet(these.size());
                  }
                  return these;
                })
            .toList();
    return size.get() > most ? Optional.empty() : Optional.of(FrequentSets.of(baskets, found));
  }

  /** Finds all sets of which the product of this rank is the one in the fewest orders. */
  private void grow(int rank, FrequentSets.Found found) {
    if (longest > 1) {
      grow(all, rank, FrequentSets.NONE, 1, found);
    }
  }

  /**
   * Finds the sets that are larger than one that is there.
   *
   * @param tree the orders that have the set but for its last product
   * @param last the rank of that
   * @param set the number of the set
   * @param length how many products it has
   */
  private void grow(OrderTree tree, int last, int set, int length, FrequentSets.Found found) {
    if (found.size() > most) {
      return;
    }
    Level level = levels[length - 1];
    int[] partners = level.partners(tree, last, least);
    boolean mayGrow = length + 1 < longest && partners.length > 1;
    if (mayGrow) {
      level.keepOrders(tree, last, least);
    }
    for (int partner : partners) {
      int larger = found.add(set, partner, level.counts[partner]);
      // The first has no one before it, and cannot grow.
      if (mayGrow && partner != partners[0]) {
        grow(level.orders, partner, larger, length + 1, found);
      }
    }
    level.clear();
  }

  /** Room to work in for the sets of one length. */
  private static final class Level {
    private final OrderTree orders;
    private final int[] counts;
    private int[] touched = new int[16];
    private int touchedCount;
    private int[] way = new int[16];

    Level(int products) {
      orders = new OrderTree(products);
      counts = new int[products];
    }

    /** The products that are in enough of the orders that have this one; counts them all. */
    int[] partners(OrderTree tree, int last, int least) {
      for (int node = tree.first(last); node != 0; node = tree.next(node)) {
        int times = tree.count(node);
        for (int up = tree.parent(node); up != 0; up = tree.parent(up)) {
          int rank = tree.rank(up);
          if (counts[rank] == 0) {
            touched = IntArrays.grow(touched, touchedCount + 1);
            touched[touchedCount++] = rank;
          }
          counts[rank] += times;
        }
      }
      int[] partners =
          Arrays.stream(touched, 0, touchedCount).filter(rank -> counts[rank] >= least).toArray();
      Arrays.sort(partners);
      return partners;
    }

    /** Makes a tree of the orders that have this product, of their frequent products. */
    void keepOrders(OrderTree tree, int last, int least) {
      orders.reset();
      for (int node = tree.first(last); node != 0; node = tree.next(node)) {
        int from = way.length;
        for (int up = tree.parent(node); up != 0; up = tree.parent(up)) {
          if (counts[tree.rank(up)] >= least) {
            if (from == 0) {
              from = way.length;
              way = Arrays.copyOf(way, 2 * way.length);
              System.arraycopy(way, 0, way, from, from);
            }
            way[--from] = tree.rank(up);
          }
        }
        orders.add(way, from, way.length, tree.count(node));
      }
    }

    void clear() {
      for (int i = 0; i < touchedCount; i++) {
        counts[touched[i]] = 0;
      }
      touchedCount = 0;
    }
  }
}
