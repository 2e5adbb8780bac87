package io.shelfwise.value.cluster;

import java.util.Arrays;

/** Which points are together. Its array is not to be changed. */
final class Partition {
  /** The cluster of a point that is in none. */
  static final int NOISE = -1;

  private final int clusters;
  private final int[] clusterOf;

  /**
   * A partition.
   *
   * @param clusters how many clusters there are
   * @param clusterOf the cluster of each point, from 0; {@link #NOISE} if it is in none
   */
  Partition(int clusters, int[] clusterOf) {
    this.clusters = clusters;
    this.clusterOf = clusterOf;
  }

  int clusters() {
    return clusters;
  }

  int[] clusterOf() {
    return clusterOf;
  }

  /** How many points each cluster has. */
  int[] sizes() {
    int[] sizes = new int[clusters];
    for (int cluster : clusterOf) {
      if (cluster != NOISE) {
        sizes[cluster]++;
      }
    }
    return sizes;
  }

  /** The mean of each cluster's points. */
  double[][] centroids(double[][] points) {
    double[][] centroids = new double[clusters][points[0].length];
    int[] sizes = sizes();
    for (int i = 0; i < points.length; i++) {
      if (clusterOf[i] != NOISE) {
        add(points[i], 1.0 / sizes[clusterOf[i]], centroids[clusterOf[i]]);
      }
    }
    return centroids;
  }

  private static void add(double[] point, double weight, double[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += weight * point[j];
    }
  }

  /** Σ of the squared distances of the points to the means of their clusters. */
  double within(double[][] points) {
    double[][] centroids = centroids(points);
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      if (clusterOf[i] != NOISE) {
        sum += Distances.squared(points[i], centroids[clusterOf[i]]);
      }
    }
    return sum;
  }

  /** The same groups, the largest first; of equal ones that of the earlier point. */
  Partition bySize() {
    int[] sizes = sizes();
    int[] firstPoint = new int[clusters];
    for (int i = clusterOf.length - 1; i >= 0; i--) {
      if (clusterOf[i] != NOISE) {
        firstPoint[clusterOf[i]] = i;
      }
    }
    Integer[] order = new Integer[clusters];
    Arrays.setAll(order, cluster -> cluster);
    Arrays.sort(
        order,
        (a, b) ->
            sizes[a] == sizes[b]
                ? Integer.compare(firstPoint[a], firstPoint[b])
                : Integer.compare(sizes[b], sizes[a]));
    int[] place = new int[clusters];
    for (int i = 0; i < clusters; i++) {
      place[order[i]] = i;
    }
    return new Partition(
        clusters, Arrays.stream(clusterOf).map(c -> c == NOISE ? NOISE : place[c]).toArray());
  }
}
