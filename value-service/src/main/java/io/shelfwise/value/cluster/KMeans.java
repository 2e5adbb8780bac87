package io.shelfwise.value.cluster;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.MultiKMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * K-means from a k-means++ start: the best of several, by the sum of the clusters' variances.
 *
 * @param k how many clusters; there must be as many different points
 * @param seed decides where the centres start
 * @see <a href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur, Vassilvitskii 2007:
 *     k-means++: the advantages of careful seeding</a>
 */
record KMeans(int k, long seed) {
  private static final int STARTS = 5;
  private static final int MOST_ROUNDS = 200;

  Partition cluster(double[][] points) {
    List<IndexedPoint> indexed = IndexedPoint.of(points);
    var once =
        new KMeansPlusPlusClusterer<IndexedPoint>(
            k, MOST_ROUNDS, new EuclideanDistance(), new Well19937c(seed));
    List<List<IndexedPoint>> found = new ArrayList<>();
    for (CentroidCluster<IndexedPoint> cluster :
        new MultiKMeansPlusPlusClusterer<>(once, STARTS).cluster(indexed)) {
      found.add(cluster.getPoints());
    }
    return IndexedPoint.partition(points.length, found);
  }
}
