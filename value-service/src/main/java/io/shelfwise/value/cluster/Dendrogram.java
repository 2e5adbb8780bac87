package io.shelfwise.value.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Agglomerative clustering (AGNES): every point begins as a cluster of its own, and the two nearest
 * merge until one is left.
 *
 * <p>Mergers are found along chains of nearest neighbours: from any cluster to its nearest, and on,
 * until two are each other's nearest; these merge. With a linkage under which no merger comes
 * nearer to a third than its parts were, that gives the same tree as looking for the nearest pair
 * each time, in O(n²) steps instead of O(n³). All distances are held, n (n − 1) / 2 numbers.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/26.4.354">Murtagh 1983: A survey of recent advances
 *     in hierarchical clustering algorithms</a>
 */
final class Dendrogram {
  private final int points;
  private final List<Merger> mergers;

  private Dendrogram(int points, List<Merger> mergers) {
    this.points = points;
    this.mergers = mergers;
  }

  /**
   * Two clusters became one.
   *
   * @param one a point of the one
   * @param other a point of the other
   * @param height how far they were apart
   */
  record Merger(int one, int other, double height) {}

  static Dendrogram of(double[][] points, Linkage linkage) {
    return new Dendrogram(points.length, new Chain(points, linkage).mergers());
  }

  /** All mergers, the lowest first. */
  List<Merger> mergers() {
    return mergers;
  }

  /** The points in so many clusters, at most as many as there are points. */
  Partition cut(int clusters) {
    int[] parent = new int[points];
    Arrays.setAll(parent, i -> i);
    for (Merger merger : mergers.subList(0, points - clusters)) {
      parent[root(parent, merger.other())] = root(parent, merger.one());
    }
    int[] number = new int[points];
    Arrays.fill(number, -1);
    int[] clusterOf = new int[points];
    int next = 0;
    for (int i = 0; i < points; i++) {
      int root = root(parent, i);
      if (number[root] < 0) {
        number[root] = next++;
      }
      clusterOf[i] = number[root];
    }
    return new Partition(clusters, clusterOf).bySize();
  }

  private static int root(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The chain while it is followed. A cluster goes by the number of one of its points. */
  private static final class Chain {
    private final Linkage linkage;

    /** Row i holds what is kept of the distances to the points before i. */
    private final double[][] distances;

    /** How many points each cluster has; 0 once it went into another. */
    private final int[] sizes;

    private final int[] chain;
    private int length;

    Chain(double[][] points, Linkage linkage) {
      this.linkage = linkage;
      distances = new double[points.length][];
      for (int i = 0; i < points.length; i++) {
        distances[i] = new double[i];
        for (int j = 0; j < i; j++) {
          distances[i][j] = linkage.start(Distances.squared(points[i], points[j]));
        }
      }
      sizes = new int[points.length];
      Arrays.fill(sizes, 1);
      chain = new int[points.length];
    }

    List<Merger> mergers() {
      List<Merger> mergers = new ArrayList<>();
      int first = 0;
      while (mergers.size() < sizes.length - 1) {
        if (length == 0) {
          while (sizes[first] == 0) {
            first++;
          }
          chain[length++] = first;
        }
        int last = chain[length - 1];
        int nearest = nearest(last);
        if (length > 1 && nearest == chain[length - 2]) {
          length -= 2;
          mergers.add(merge(Math.min(last, nearest), Math.max(last, nearest)));
        } else {
          chain[length++] = nearest;
        }
      }
      mergers.sort(Comparator.comparingDouble(Merger::height));
      return List.copyOf(mergers);
    }

    /** The nearest cluster; of equally near ones that before it in the chain, so that it ends. */
    private int nearest(int cluster) {
      int nearest = length > 1 ? chain[length - 2] : -1;
      double least = nearest < 0 ? Double.POSITIVE_INFINITY : distance(cluster, nearest);
      for (int other = 0; other < sizes.length; other++) {
        if (sizes[other] > 0 && other != cluster && distance(cluster, other) < least) {
          least = distance(cluster, other);
          nearest = other;
        }
      }
      return nearest;
    }

    /** Takes the second cluster into the first. */
    private Merger merge(int one, int other) {
      double apart = distance(one, other);
      for (int k = 0; k < sizes.length; k++) {
        if (sizes[k] > 0 && k != one && k != other) {
          double merged =
              linkage.merged(
                  distance(k, one), distance(k, other), apart, sizes[one], sizes[other], sizes[k]);
          distances[Math.max(k, one)][Math.min(k, one)] = merged;
        }
      }
      sizes[one] += sizes[other];
      sizes[other] = 0;
      return new Merger(one, other, linkage.height(apart));
    }

    private double distance(int one, int other) {
      return one > other ? distances[one][other] : distances[other][one];
    }
  }
}
