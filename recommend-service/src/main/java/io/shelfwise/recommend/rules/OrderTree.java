package io.shelfwise.recommend.rules;

import java.util.Arrays;

/**
 * Many baskets in one tree: each is a way from the root, its most frequent product first, and those
 * that begin alike share their beginnings. A node counts the baskets that go through it; the nodes
 * of one product are chained. So what goes with a product is found by climbing from its nodes,
 * without looking at the baskets again.
 *
 * <p>A basket shares its beginning with the one that was added just before, and with no other. That
 * makes all beginnings shared if baskets come in order, and else costs nodes, not truth.
 *
 * <p>Nodes are numbers, and everything about them stands in flat arrays; 0 is the root, and stands
 * for the end of a chain too.
 */
final class OrderTree {
  private final int[] heads;
  private int[] ranks = new int[64];
  private int[] counts = new int[64];
  private int[] parents = new int[64];
  private int[] chain = new int[64];
  private int[] way = new int[16];
  private int wayLength;
  private int size = 1;

  /** An empty tree of so many products. */
  OrderTree(int products) {
    heads = new int[products];
  }

  /** Empties it. */
  void reset() {
    for (int node = 1; node < size; node++) {
      heads[ranks[node]] = 0;
    }
    size = 1;
    wayLength = 0;
  }

  /**
   * Adds baskets.
   *
   * @param basket ranks, in ascending order, in the entries {@code from} to {@code to}
   * @param times how many baskets there are of that kind
   */
  void add(int[] basket, int from, int to, int times) {
    int length = to - from;
    if (length > way.length) {
      way = Arrays.copyOf(way, Math.max(length, 2 * way.length));
    }
    int depth = 0;
    while (depth < Math.min(length, wayLength) && ranks[way[depth]] == basket[from + depth]) {
      counts[way[depth++]] += times;
    }
    int node = depth == 0 ? 0 : way[depth - 1];
    for (; depth < length; depth++) {
      node = append(node, basket[from + depth], times);
      way[depth] = node;
    }
    wayLength = length;
  }

  private int append(int parent, int rank, int times) {
    if (size == ranks.length) {
      ranks = Arrays.copyOf(ranks, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      parents = Arrays.copyOf(parents, 2 * size);
      chain = Arrays.copyOf(chain, 2 * size);
    }
    ranks[size] = rank;
    counts[size] = times;
    parents[size] = parent;
    chain[size] = heads[rank];
    heads[rank] = size;
    return size++;
  }

  /** A node of a product, from which {@link #next} leads to the others; 0 if it has none. */
  int first(int rank) {
    return heads[rank];
  }

  /** The next node of the same product; 0 if there is none. */
  int next(int node) {
    return chain[node];
  }

  /** The node before, on the way from the root; 0 is the root. */
  int parent(int node) {
    return parents[node];
  }

  /** The rank of a node's product. */
  int rank(int node) {
    return ranks[node];
  }

  /** How many baskets go through a node. */
  int count(int node) {
    return counts[node];
  }
}
