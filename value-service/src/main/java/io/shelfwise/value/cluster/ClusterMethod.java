package io.shelfwise.value.cluster;

/** How clusters are found. */
public enum ClusterMethod {
  /** K-means from a k-means++ start. */
  K_MEANS(20_000),
  /** Dense regions, and noise between them. */
  DBSCAN(5_000),
  /** A hierarchy by Ward's linkage, cut. */
  WARD(3_000),
  /** A hierarchy by average linkage, cut. */
  AVERAGE(3_000);

  /**
   * How many customers are compared with each other at most: hierarchies hold the distances of all
   * pairs, DBSCAN reckons them, and k-means goes over all again and again.
   */
  private final int most;

  ClusterMethod(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }
}
