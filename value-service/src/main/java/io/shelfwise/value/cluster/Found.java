package io.shelfwise.value.cluster;

import java.util.stream.IntStream;

/** What was found among the points that were compared, and where other points belong by it. */
final class Found {
  private final Partition partition;
  private final double[][] places;
  private final int[] clusterOfPlace;
  private final double reach;

  private Found(Partition partition, double[][] places, int[] clusterOfPlace, double reach) {
    this.partition = partition;
    this.places = places;
    this.clusterOfPlace = clusterOfPlace;
    this.reach = reach;
  }

  /** Clusters around their centres: others belong to the nearest one. */
  static Found round(Partition partition, double[][] points) {
    return new Found(
        partition,
        partition.centroids(points),
        IntStream.range(0, partition.clusters()).toArray(),
        Double.POSITIVE_INFINITY);
  }

  /** Clusters of any shape: others belong to that of the nearest point, if it is within reach. */
  static Found dense(Partition partition, double[][] points, double reach) {
    return new Found(partition, points, partition.clusterOf(), reach);
  }

  Partition partition() {
    return partition;
  }

  /** The cluster that another point belongs to. */
  int clusterOf(double[] point) {
    if (partition.clusters() == 0) {
      return Partition.NOISE;
    }
    int nearest = Distances.nearest(point, places);
    return Distances.between(point, places[nearest]) <= reach
        ? clusterOfPlace[nearest]
        : Partition.NOISE;
  }
}
