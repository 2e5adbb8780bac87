package io.shelfwise.value.cluster;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.clustering.Cluster;
import org.hipparchus.clustering.DBSCANClusterer;

/**
 * Dense regions: points with at least so many others within a distance, and what is within that
 * distance of these.
 *
 * @param neighborhood ε: the distance
 * @param minNeighbors how many others there must be; one less than MinPts of the paper, which
 *     counts the point itself
 * @see <a href="https://www.aaai.org/Papers/KDD/1996/KDD96-037.pdf">Ester, Kriegel, Sander, Xu
 *     1996: A density-based algorithm for discovering clusters</a>
 */
record Dbscan(double neighborhood, int minNeighbors) {
  Partition cluster(double[][] points) {
    List<Cluster<IndexedPoint>> found =
        new DBSCANClusterer<IndexedPoint>(neighborhood, minNeighbors)
            .cluster(IndexedPoint.of(points));
    return IndexedPoint.partition(points.length, found.stream().map(Cluster::getPoints).toList());
  }

  /**
   * A neighbourhood that suits some points: where the points' distances to their so many-th
   * neighbour, from the least to the largest, bend upwards, which is where they are farthest below
   * the straight line from the first to the last.
   *
   * @return more than 0, or 0 if all these distances are 0
   */
  static double neighborhood(double[][] points, int minNeighbors) {
    double[] distances = new double[points.length];
    double[] others = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        others[j] = Distances.squared(points[i], points[j]);
      }
      Arrays.sort(others);
      // The first is the point itself.
      distances[i] = Math.sqrt(others[Math.min(minNeighbors, points.length - 1)]);
    }
    Arrays.sort(distances);
    return distances[knee(distances)];
  }

  private static int knee(double[] rising) {
    int last = rising.length - 1;
    double rise = rising[last] - rising[0];
    int knee = last;
    double deepest = 0;
    for (int i = 0; i <= last; i++) {
      double below = rising[0] + rise * i / last - rising[i];
      if (below > deepest && rising[i] > 0) {
        deepest = below;
        knee = i;
      }
    }
    return knee;
  }
}
