package io.shelfwise.value.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much closer points are to their own cluster than to the next one: the mean of (b − a) /
 * max(a, b), where a is a point's mean distance to the others of its cluster, and b the least mean
 * distance to the points of another one. A point that is alone in its cluster counts as 0.
 *
 * <p>Of many points a sample is compared: of each cluster by its size, but some of each at least,
 * so that small ones are not overlooked. Each cluster then counts by its size.
 *
 * @see <a href="https://doi.org/10.1016/0377-0427(87)90125-7">Rousseeuw 1987: Silhouettes</a>
 */
final class Silhouette {
  private static final int LEAST_OF_CLUSTER = 20;

  private final double[][] points;
  private final List<int[]> drawn;

  private Silhouette(double[][] points, List<int[]> drawn) {
    this.points = points;
    this.drawn = drawn;
  }

  /**
   * The silhouette of the clustered points.
   *
   * @param most about how many points are compared at most, since each is compared with each
   * @param seed decides which ones, if there are more
   * @return −1 to 1; 0 if there are fewer than two clusters
   */
  static double of(double[][] points, Partition partition, int most, long seed) {
    if (partition.clusters() < 2) {
      return 0;
    }
    int[] sizes = partition.sizes();
    int all = Arrays.stream(sizes).sum();
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> drawn = new ArrayList<>();
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      int share = (int) Math.min(sizes[cluster], (long) most * sizes[cluster] / all);
      int count = Math.min(sizes[cluster], Math.max(LEAST_OF_CLUSTER, share));
      drawn.add(draw(members(partition, cluster), count, random));
    }
    Silhouette sample = new Silhouette(points, drawn);
    double sum = 0;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      sum += sizes[cluster] == 1 ? 0 : sizes[cluster] * sample.ofCluster(cluster);
    }
    return sum / all;
  }

  private static int[] members(Partition partition, int cluster) {
    int[] clusterOf = partition.clusterOf();
    return IntStream.range(0, clusterOf.length).filter(i -> clusterOf[i] == cluster).toArray();
  }

  /** So many of the members without replacement, by the first steps of a shuffle. */
  private static int[] draw(int[] members, int count, SplittableRandom random) {
    for (int i = 0; i < count && count < members.length; i++) {
      int other = random.nextInt(i, members.length);
      int swapped = members[i];
      members[i] = members[other];
      members[other] = swapped;
    }
    return Arrays.copyOf(members, count);
  }

  private double ofCluster(int cluster) {
    double sum = 0;
    for (int point : drawn.get(cluster)) {
      double next = Double.POSITIVE_INFINITY;
      for (int other = 0; other < drawn.size(); other++) {
        if (other != cluster) {
          next = Math.min(next, distances(point, other) / drawn.get(other).length);
        }
      }
      double own = distances(point, cluster) / (drawn.get(cluster).length - 1);
      double larger = Math.max(own, next);
      sum += larger == 0 ? 0 : (next - own) / larger;
    }
    return sum / drawn.get(cluster).length;
  }

  private double distances(int point, int cluster) {
    double sum = 0;
    for (int other : drawn.get(cluster)) {
      sum += Distances.between(points[point], points[other]);
    }
    return sum;
  }
}
