package io.shelfwise.value.cluster;

/**
 * The spread between clusters over the spread within them, each by its degrees of freedom: B / (k −
 * 1) over W / (n − k).
 *
 * @see <a href="https://doi.org/10.1080/03610927408827101">Caliński, Harabasz 1974: A dendrite
 *     method for cluster analysis</a>
 */
final class CalinskiHarabasz {
  private CalinskiHarabasz() {}

  /** The index of the clustered points; 0 where it has no meaning: one cluster, or no spread. */
  static double of(double[][] points, Partition partition) {
    int[] sizes = partition.sizes();
    int n = 0;
    for (int size : sizes) {
      n += size;
    }
    int k = sizes.length;
    double within = partition.within(points);
    if (k < 2 || n <= k || within == 0) {
      return 0;
    }
    double[][] centroids = partition.centroids(points);
    double[] mean = new double[points[0].length];
    for (int cluster = 0; cluster < k; cluster++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += centroids[cluster][j] * sizes[cluster] / n;
      }
    }
    double between = 0;
    for (int cluster = 0; cluster < k; cluster++) {
      between += sizes[cluster] * Distances.squared(centroids[cluster], mean);
    }
    return between / (k - 1) / (within / (n - k));
  }
}
