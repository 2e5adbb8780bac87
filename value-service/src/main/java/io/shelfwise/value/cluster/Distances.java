package io.shelfwise.value.cluster;

/** Euclidean distances. */
final class Distances {
  private Distances() {}

  static double squared(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      double difference = one[j] - other[j];
      sum += difference * difference;
    }
    return sum;
  }

  static double between(double[] one, double[] other) {
    return Math.sqrt(squared(one, other));
  }

  /** The place of the nearest of some points; of equally near ones the first. */
  static int nearest(double[] point, double[][] others) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < others.length; i++) {
      double distance = squared(point, others[i]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
