package io.shelfwise.value.cluster;

/**
 * How far two clusters are apart, by how far they were from the two of which one was merged: the
 * recurrences of Lance and Williams.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/9.4.373">Lance, Williams 1967: A general theory of
 *     classificatory sorting strategies</a>
 */
enum Linkage {
  /**
   * Ward's: by how much the merger adds to the sum of squares within clusters. Heights are √(2 ×
   * that sum), so that two single points merge at their distance.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1963.10500845">Ward 1963: Hierarchical grouping
   *     to optimize an objective function</a>
   */
  WARD {
    @Override
    double start(double squaredDistance) {
      return squaredDistance;
    }

    @Override
    double merged(double ki, double kj, double ij, int i, int j, int k) {
      return ((i + k) * ki + (j + k) * kj - k * ij) / (i + j + k);
    }

    @Override
    double height(double distance) {
      return Math.sqrt(distance);
    }
  },
  /** The mean distance between the points of the one and of the other (UPGMA). */
  AVERAGE {
    @Override
    double start(double squaredDistance) {
      return Math.sqrt(squaredDistance);
    }

    @Override
    double merged(double ki, double kj, double ij, int i, int j, int k) {
      return (i * ki + j * kj) / (i + j);
    }

    @Override
    double height(double distance) {
      return distance;
    }
  };

  /** What is kept of the distance between two points. */
  abstract double start(double squaredDistance);

  /**
   * What is kept of the distance between k and the merger of i and j.
   *
   * @param ki what was kept of k and i
   * @param kj of k and j
   * @param ij of i and j
   * @param i the points of i
   * @param j the points of j
   * @param k the points of k
   */
  abstract double merged(double ki, double kj, double ij, int i, int j, int k);

  /** The height at which two clusters merge. */
  abstract double height(double distance);
}
