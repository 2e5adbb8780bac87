package io.shelfwise.value.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DendrogramTest {
  private static final double[][] LINE = {{0}, {1}, {4}, {6}, {20}};

  /**
   * On a line: 0 and 1 merge at 1, 4 and 6 at 2. These two pairs have means 0.5 and 5; their merger
   * adds 2 · 2 / (2 + 2) · 4.5² to the squares within, and heights are √(2 × that). The last one
   * adds 4 · 1 / (4 + 1) · (20 − 2.75)².
   */
  @Test
  void wardsHeightsAreThoseReckonedByHand() {
    assertThat(heights(LINE, Linkage.WARD))
        .containsExactly(
            new double[] {1, 2, Math.sqrt(2 * 1.0 * 4.5 * 4.5), Math.sqrt(2 * 0.8 * 17.25 * 17.25)},
            within(1e-12));
  }

  /** The pairs are (4 + 6 + 3 + 5) / 4 apart in the mean, and the last one 20 less the mean. */
  @Test
  void averageHeightsAreThoseReckonedByHand() {
    assertThat(heights(LINE, Linkage.AVERAGE))
        .containsExactly(new double[] {1, 2, (4 + 6 + 3 + 5) / 4.0, 20 - 2.75}, within(1e-12));
  }

  /** Following chains gives the tree that looking for the nearest pair each time gives. */
  @ParameterizedTest
  @EnumSource
  void chainsFindTheMergersOfTheNearestPairs(Linkage linkage) {
    double[][] points = points(40, 3, Chance.random());

    assertThat(heights(points, linkage))
        .containsExactly(nearestPairs(points, linkage), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void heightsRise(Linkage linkage) {
    assertThat(heights(points(200, 2, new Random(5)), linkage)).isSorted();
  }

  @Test
  void aCutMakesSoManyClustersTheLargestFirst() {
    Dendrogram tree = Dendrogram.of(LINE, Linkage.WARD);

    assertThat(tree.cut(5).clusterOf()).containsExactly(0, 1, 2, 3, 4);
    assertThat(tree.cut(3).clusterOf()).containsExactly(0, 0, 1, 1, 2);
    assertThat(tree.cut(2).clusterOf()).containsExactly(0, 0, 0, 0, 1);
    assertThat(tree.cut(1).clusterOf()).containsExactly(0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void equalPointsMergeAtNothing(Linkage linkage) {
    double[][] points = {{1, 1}, {3, 3}, {1, 1}, {3, 3}, {1, 1}};

    Dendrogram tree = Dendrogram.of(points, linkage);

    assertThat(tree.mergers().subList(0, 3)).allMatch(merger -> merger.height() == 0);
    assertThat(tree.cut(2).clusterOf()).containsExactly(0, 1, 0, 1, 0);
  }

  private static double[] heights(double[][] points, Linkage linkage) {
    return Dendrogram.of(points, linkage).mergers().stream()
        .mapToDouble(Dendrogram.Merger::height)
        .toArray();
  }

  /** By definition, without any recurrence. */
  private static double[] nearestPairs(double[][] points, Linkage linkage) {
    List<List<double[]>> clusters = new ArrayList<>();
    for (double[] point : points) {
      clusters.add(List.of(point));
    }
    double[] heights = new double[points.length - 1];
    for (int merger = 0; merger < heights.length; merger++) {
      int one = 0;
      int other = 1;
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          if (apart(clusters.get(i), clusters.get(j), linkage)
              < apart(clusters.get(one), clusters.get(other), linkage)) {
            one = i;
            other = j;
          }
        }
      }
      heights[merger] = apart(clusters.get(one), clusters.get(other), linkage);
      List<double[]> merged = new ArrayList<>(clusters.get(one));
      merged.addAll(clusters.remove(other));
      clusters.set(one, merged);
    }
    return heights;
  }

  private static double apart(List<double[]> one, List<double[]> other, Linkage linkage) {
    return switch (linkage) {
      case WARD ->
          Math.sqrt(
              2.0
                  * one.size()
                  * other.size()
                  / (one.size() + other.size())
                  * Distances.squared(mean(one), mean(other)));
      case AVERAGE ->
          one.stream()
              .flatMapToDouble(a -> other.stream().mapToDouble(b -> Distances.between(a, b)))
              .average()
              .orElseThrow();
    };
  }

  private static double[] mean(List<double[]> points) {
    double[] mean = new double[points.getFirst().length];
    for (double[] point : points) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += point[j] / points.size();
      }
    }
    return mean;
  }

  static double[][] points(int count, int dimensions, Random random) {
    double[][] points = new double[count][dimensions];
    for (double[] point : points) {
      for (int j = 0; j < dimensions; j++) {
        point[j] = random.nextGaussian();
      }
    }
    return points;
  }
}
