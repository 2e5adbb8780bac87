package io.shelfwise.value.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How much closer points are to their own cluster than to the next one: the mean of (b − a) /
 * max(a, b), where a is a point's mean distance to the others of its cluster, and b the least mean
 * distance to the points of another one. A point that is alone in its cluster counts as 0.
 *
 * @see <a href="https://doi.org/10.1016/0377-0427(87)90125-7">Rousseeuw 1987: Silhouettes</a>
 */
final class Silhouette {
  private Silhouette() {}

  /**
   * The silhouette of the clustered points, or of a sample of them, compared among themselves.
   *
   * @param most how many points at most, since each is compared with each
   * @param seed decides which ones, if there are more
   * @return −1 to 1; 0 if there are fewer than two clusters
   */
  static double of(double[][] points, Partition partition, int most, long seed) {
    int[] sample = sample(partition, most, seed);
    double[][] drawn = Arrays.stream(sample).mapToObj(i -> points[i]).toArray(double[][]::new);
    int[] clusterOf = Arrays.stream(sample).map(i -> partition.clusterOf()[i]).toArray();
    int[] sizes = new Partition(partition.clusters(), clusterOf).sizes();
    if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < drawn.length; i++) {
      sum += sizes[clusterOf[i]] == 1 ? 0 : ofPoint(i, drawn, clusterOf, sizes);
    }
    return sum / drawn.length;
  }

  private static double ofPoint(int i, double[][] points, int[] clusterOf, int[] sizes) {
    double[] sums = new double[sizes.length];
    for (int j = 0; j < points.length; j++) {
      sums[clusterOf[j]] += Distances.between(points[i], points[j]);
    }
    double own = sums[clusterOf[i]] / (sizes[clusterOf[i]] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (cluster != clusterOf[i] && sizes[cluster] > 0) {
        next = Math.min(next, sums[cluster] / sizes[cluster]);
      }
    }
    double larger = Math.max(own, next);
    return larger == 0 ? 0 : (next - own) / larger;
  }

  private static int[] sample(Partition partition, int most, long seed) {
    int[] clusterOf = partition.clusterOf();
    int[] clustered = new int[clusterOf.length];
    int count = 0;
    for (int i = 0; i < clusterOf.length; i++) {
      if (clusterOf[i] != Partition.NOISE) {
        clustered[count++] = i;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    int drawn = Math.min(most, count);
    for (int i = 0; i < drawn && drawn < count; i++) {
      int other = random.nextInt(i, count);
      int swapped = clustered[i];
      clustered[i] = clustered[other];
      clustered[other] = swapped;
    }
    return Arrays.copyOf(clustered, drawn);
  }
}
