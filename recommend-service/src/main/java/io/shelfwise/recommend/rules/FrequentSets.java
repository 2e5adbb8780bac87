package io.shelfwise.recommend.rules;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Sets of products that are bought together often, with the number of orders that have all of each.
 *
 * <p>A set is a number. Those below the number of products are the products themselves; any other
 * is a smaller set, its parent, and one more product, which is in more orders than all of those. So
 * a set is told as the ranks of its products in descending order, and every part of a set is a set
 * too.
 */
final class FrequentSets {
  /** Stands for a set that is not frequent. */
  static final int NONE = -1;

  private final int products;
  private final int[] parents;
  private final int[] ranks;
  private final int[] counts;
  private final Long2IntOpenHashMap numbers;

  private FrequentSets(int products, int[] parents, int[] ranks, int[] counts) {
    this.products = products;
    this.parents = parents;
    this.ranks = ranks;
    this.counts = counts;
    this.numbers = new Long2IntOpenHashMap(parents.length - products);
    numbers.defaultReturnValue(NONE);
    for (int set = products; set < parents.length; set++) {
      numbers.put(key(parents[set], ranks[set]), set);
    }
  }

  /** The sets that were found from each product on, in the order of ranks. */
  static FrequentSets of(Baskets baskets, List<Found> found) {
    int products = baskets.products();
    int size = products + found.stream().mapToInt(Found::size).sum();
    int[] parents = new int[size];
    int[] ranks = new int[size];
    int[] counts = new int[size];
    for (int rank = 0; rank < products; rank++) {
      parents[rank] = NONE;
      ranks[rank] = rank;
      counts[rank] = baskets.count(rank);
    }
    int base = products;
    for (int first = 0; first < products; first++) {
      Found these = found.get(first);
      for (int i = 0; i < these.size(); i++) {
        int parent = these.parents[i];
        parents[base + i] = parent == NONE ? first : base + parent;
        ranks[base + i] = these.ranks[i];
        counts[base + i] = these.counts[i];
      }
      base += these.size();
    }
    return new FrequentSets(products, parents, ranks, counts);
  }

  private static long key(int parent, int rank) {
    return (long) parent << Integer.SIZE | rank;
  }

  /** How many sets there are, the single products included. */
  int size() {
    return parents.length;
  }

  /** How many of them are single products. */
  int products() {
    return products;
  }

  /** How many orders have all products of a set. */
  int count(int set) {
    return counts[set];
  }

  /** The rank of that product of a set which is in the fewest orders. */
  int first(int set) {
    int first = set;
    while (parents[first] != NONE) {
      first = parents[first];
    }
    return first;
  }

  /** The ranks of a set's products, in descending order. */
  int[] ranks(int set) {
    int length = 1;
    for (int above = parents[set]; above != NONE; above = parents[above]) {
      length++;
    }
    int[] all = new int[length];
    int above = set;
    for (int i = length - 1; i >= 0; i--) {
      all[i] = ranks[above];
      above = parents[above];
    }
    return all;
  }

  /**
   * The set of some of these products.
   *
   * @param all ranks, in descending order
   * @param some bit {@code i} tells whether {@code all[i]} is among them; at least one is
   */
  int find(int[] all, int some) {
    int set = NONE;
    for (int i = 0; i < all.length; i++) {
      if ((some >> i & 1) != 0) {
        set = set == NONE ? all[i] : numbers.get(key(set, all[i]));
      }
    }
    return set;
  }

  /** The sets that were found from one product on, numbered as they were found. */
  static final class Found {
    private int[] parents = new int[16];
    private int[] ranks = new int[16];
    private int[] counts = new int[16];
    private int size;

    /**
     * Adds a set.
     *
     * @param parent the number of its parent; {@link FrequentSets#NONE} for the product itself
     * @return its number
     */
    int add(int parent, int rank, int count) {
      if (size == parents.length) {
        parents = Arrays.copyOf(parents, 2 * size);
        ranks = Arrays.copyOf(ranks, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      parents[size] = parent;
      ranks[size] = rank;
      counts[size] = count;
      return size++;
    }

    int size() {
      return size;
    }
  }
}
