package io.shelfwise.value.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.clustering.Clusterable;

/** A point that knows its place, since Hipparchus answers with the points themselves. */
final class IndexedPoint implements Clusterable {
  private final int index;
  private final double[] values;

  private IndexedPoint(int index, double[] values) {
    this.index = index;
    this.values = values;
  }

  static List<IndexedPoint> of(double[][] points) {
    return IntStream.range(0, points.length).mapToObj(i -> new IndexedPoint(i, points[i])).toList();
  }

  /** What was found, by the points' places; clusters without a point are none. */
  static Partition partition(int points, List<List<IndexedPoint>> found) {
    int[] clusterOf = new int[points];
    Arrays.fill(clusterOf, Partition.NOISE);
    int clusters = 0;
    for (List<IndexedPoint> members : found) {
      for (IndexedPoint member : members) {
        clusterOf[member.index] = clusters;
      }
      clusters += members.isEmpty() ? 0 : 1;
    }
    return new Partition(clusters, clusterOf).bySize();
  }

  @Override
  public double[] getPoint() {
    return values;
  }
}
