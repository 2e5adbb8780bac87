package io.shelfwise.value.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways to part points, and the measures of how well it was done. */
class PartitionTest {
  private static final double[][] LINE = {{0}, {2}, {10}, {12}, {14}};
  private static final Partition APART = new Partition(2, new int[] {0, 0, 1, 1, 1});

  @Test
  void theSilhouetteIsThatReckonedByHand() {
    double[] ofPoints = {
      (12.0 - 2) / 12, (10.0 - 2) / 10, (9.0 - 3) / 9, (11.0 - 2) / 11, (13.0 - 3) / 13
    };
    double sum = 0;
    for (double ofPoint : ofPoints) {
      sum += ofPoint;
    }

    assertThat(Silhouette.of(LINE, APART, 100, 1)).isCloseTo(sum / 5, within(1e-12));
  }

  @Test
  void whoIsAloneHasNoSilhouette() {
    double[][] points = {{0}, {1}, {5}};

    assertThat(Silhouette.of(points, new Partition(2, new int[] {0, 0, 1}), 100, 1))
        .isCloseTo(((5 - 1) / 5.0 + (4 - 1) / 4.0 + 0) / 3, within(1e-12));
    assertThat(Silhouette.of(points, new Partition(1, new int[3]), 100, 1)).isZero();
  }

  @Test
  void noiseHasNoSilhouette() {
    Partition noisy = new Partition(2, new int[] {0, 0, Partition.NOISE, 1, 1});

    assertThat(Silhouette.of(LINE, noisy, 100, 1))
        .isCloseTo(
            ((13 - 2) / 13.0 + (11 - 2) / 11.0 + (11 - 2) / 11.0 + (13 - 2) / 13.0) / 4,
            within(1e-12));
  }

  @Test
  void aSampleTellsNearlyTheSame() {
    double[][] points = twoClouds(new Random(1));
    Partition clouds = new KMeans(2, 1).cluster(points);

    assertThat(Silhouette.of(points, clouds, 300, 1))
        .isCloseTo(Silhouette.of(points, clouds, 10_000, 1), within(0.03));
  }

  /** Two of a thousand far away are not overlooked by a sample. */
  @Test
  void aSampleHasSomeOfEachCluster() {
    double[][] points = DendrogramTest.points(1_000, 1, new Random(1));
    int[] clusterOf = new int[points.length];
    for (int far = 998; far < 1_000; far++) {
      points[far][0] += 100;
      clusterOf[far] = 1;
    }
    Partition partition = new Partition(2, clusterOf);

    assertThat(Silhouette.of(points, partition, 100, 1))
        .isCloseTo(Silhouette.of(points, partition, 10_000, 1), within(0.005))
        .isGreaterThan(0.95);
  }

  /** Means 1 and 12, mean of all 7.6; squares within 2 · 1 + 2 · 4. */
  @Test
  void theIndexOfCalinskiAndHarabaszIsThatReckonedByHand() {
    double between = 2 * 6.6 * 6.6 + 3 * 4.4 * 4.4;

    assertThat(APART.within(LINE)).isCloseTo(10, within(1e-12));
    assertThat(CalinskiHarabasz.of(LINE, APART))
        .isCloseTo(between / 1 / (10.0 / (5 - 2)), within(1e-9));
    assertThat(CalinskiHarabasz.of(LINE, new Partition(1, new int[5]))).isZero();
  }

  @Test
  void kMeansFindsClouds() {
    double[][] points = twoClouds(new Random(2));

    Partition found = new KMeans(2, 1).cluster(points);

    for (int i = 0; i < points.length; i++) {
      assertThat(found.clusterOf()[i]).isEqualTo(found.clusterOf()[i % 2]);
    }
    assertThat(new KMeans(2, 1).cluster(points)).usingRecursiveComparison().isEqualTo(found);
  }

  @Test
  void dbscanFindsRegionsAndLeavesOutNoise() {
    double[][] points = {{0}, {0.1}, {0.2}, {0.3}, {5}, {9}, {9.1}, {9.2}};

    assertThat(new Dbscan(0.15, 1).cluster(points).clusterOf())
        .containsExactly(0, 0, 0, 0, Partition.NOISE, 1, 1, 1);
    assertThat(new Dbscan(0.15, 3).cluster(points).clusters()).isZero();
  }

  @Test
  void aSuitableNeighborhoodParts() {
    double[][] points = twoClouds(new Random(3));

    double neighborhood = Dbscan.neighborhood(points, 4);

    assertThat(neighborhood).isBetween(0.2, 2.0);
    assertThat(new Dbscan(neighborhood, 4).cluster(points).sizes()).hasSizeBetween(2, 4);
    assertThat(Dbscan.neighborhood(new double[][] {{1}, {1}, {1}}, 1)).isZero();
  }

  /** Two clouds ten deviations apart, in turn. */
  private static double[][] twoClouds(Random random) {
    double[][] points = DendrogramTest.points(1_000, 2, random);
    for (int i = 0; i < points.length; i += 2) {
      points[i][0] += 10;
    }
    return points;
  }
}
