package io.shelfwise.value.cluster;

import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.SeededSample;
import io.shelfwise.value.numeric.Spread;
import io.shelfwise.value.numeric.UnfitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds groups among the customers of a table.
 *
 * <p>Features are standardised, so that a day and a pound weigh the same: each is told in standard
 * deviations from its mean. Where there are more customers than the method can compare, a seeded
 * sample is compared, and each of the others joins the cluster whose centre is nearest, or, of
 * DBSCAN, that of the nearest customer in the neighbourhood, if there is one.
 */
public final class CustomerClusterer {
  private static final int MOST_CLUSTERS_TRIED = 10;
  private static final int MOST_FOR_ELBOW = 4_000;
  private static final int MOST_FOR_SILHOUETTE = 1_500;

  private final ClusterQuestion question;
  private final FeatureTable table;
  private final double[][] rows;
  private final double[][] points;

  private CustomerClusterer(ClusterQuestion question, FeatureTable table) {
    this.question = question;
    this.table = table;
    int[] places =
        question.features().stream()
            .mapToInt(
                name ->
                    table
                        .schema()
                        .place(name)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "features: " + name + " (expected: one of the schema's)")))
            .toArray();
    this.rows = table.columns(places);
    this.points = standardized(rows);
  }

  /**
   * The groups of a table's customers.
   *
   * @param asOfMillis as of when the table is
   * @throws UnfitException if the customers do not differ enough
   */
  public static Clustering cluster(ClusterQuestion question, FeatureTable table, long asOfMillis) {
    return new CustomerClusterer(question, table).cluster(asOfMillis);
  }

  private static double[][] standardized(double[][] rows) {
    double[][] points = new double[rows.length][];
    Arrays.setAll(points, i -> rows[i].clone());
    for (int j = 0; rows.length > 0 && j < rows[0].length; j++) {
      int column = j;
      Spread spread = Spread.of(Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
      for (double[] point : points) {
        point[j] = spread.standardized(point[j]);
      }
    }
    return points;
  }

  private Clustering cluster(long asOfMillis) {
    int[] compared = sample(question.method().most());
    double[][] drawn = drawn(compared);
    requireDifferent(drawn, Math.max(2, question.clusters()));
    List<ElbowPoint> elbow = new ArrayList<>();
    Found found =
        switch (question.method()) {
          case K_MEANS -> Found.round(kMeans(drawn, elbow), drawn);
          case WARD -> Found.round(cut(drawn, Linkage.WARD, elbow), drawn);
          case AVERAGE -> Found.round(cut(drawn, Linkage.AVERAGE, elbow), drawn);
          case DBSCAN -> dense(drawn);
        };
    Partition all = spread(found, compared).bySize();
    return new Clustering(
        question,
        clusters(all),
        (int) Arrays.stream(all.clusterOf()).filter(c -> c == Partition.NOISE).count(),
        Silhouette.of(points, all, MOST_FOR_SILHOUETTE, question.seed()),
        CalinskiHarabasz.of(points, all),
        elbow,
        compared.length,
        asOfMillis,
        Members.of(table.customers().stream().map(FeatureTable.Customer::id).toList(), all));
  }

  private Partition kMeans(double[][] drawn, List<ElbowPoint> elbow) {
    double[][] few = drawn(sample(Math.min(MOST_FOR_ELBOW, question.method().most())));
    if (question.clusters() == 0) {
      requireDifferent(few, 2);
    }
    elbow.addAll(elbow(few, k -> new KMeans(k, question.seed()).cluster(few)));
    return new KMeans(chosen(elbow), question.seed()).cluster(drawn);
  }

  private Partition cut(double[][] drawn, Linkage linkage, List<ElbowPoint> elbow) {
    Dendrogram tree = Dendrogram.of(drawn, linkage);
    elbow.addAll(elbow(drawn, tree::cut));
    return tree.cut(chosen(elbow));
  }

  private List<ElbowPoint> elbow(double[][] few, IntFunction<Partition> clusters) {
    long distinct = Arrays.stream(few).map(Arrays::toString).distinct().count();
    return IntStream.rangeClosed(2, (int) Math.min(MOST_CLUSTERS_TRIED, distinct))
        .mapToObj(
            k -> {
              Partition partition = clusters.apply(k);
              return new ElbowPoint(
                  k,
                  partition.within(few),
                  Silhouette.of(few, partition, MOST_FOR_SILHOUETTE, question.seed()));
            })
        .toList();
  }

  private int chosen(List<ElbowPoint> elbow) {
    return question.clusters() > 0
        ? question.clusters()
        : elbow.stream()
            .max(
                Comparator.comparingDouble(ElbowPoint::silhouette)
                    .thenComparing(ElbowPoint::clusters, Comparator.reverseOrder()))
            .orElseThrow()
            .clusters();
  }

  private Found dense(double[][] drawn) {
    int minNeighbors =
        question.minNeighbors() > 0 ? question.minNeighbors() : 2 * question.features().size();
    double neighborhood =
        question.neighborhood() > 0
            ? question.neighborhood()
            : Dbscan.neighborhood(drawn, minNeighbors);
    Partition partition = new Dbscan(neighborhood, minNeighbors).cluster(drawn);
    return Found.dense(partition, drawn, neighborhood);
  }

  /** What was found among the compared, for all customers. */
  private Partition spread(Found found, int[] compared) {
    int[] clusterOf = new int[points.length];
    int next = 0;
    for (int i = 0; i < points.length; i++) {
      boolean known = next < compared.length && compared[next] == i;
      clusterOf[i] = known ? found.partition().clusterOf()[next++] : found.clusterOf(points[i]);
    }
    return new Partition(found.partition().clusters(), clusterOf);
  }

  private List<Clustering.Cluster> clusters(Partition all) {
    int[] sizes = all.sizes();
    double[][] means = all.centroids(rows);
    return IntStream.range(0, all.clusters())
        .mapToObj(i -> new Clustering.Cluster(sizes[i], DoubleStream.of(means[i]).boxed().toList()))
        .toList();
  }

  /** Those who are not compared cannot found a cluster, however different they are. */
  private void requireDifferent(double[][] compared, int needed) {
    long different = Arrays.stream(compared).map(Arrays::toString).distinct().limit(needed).count();
    if (different < needed) {
      throw new UnfitException(
          ("customers differ too little in these features: of %s there are %d different ones"
                  + " (needed: %d)")
              .formatted(
                  compared.length < points.length
                      ? "the %d who were drawn to be compared".formatted(compared.length)
                      : "all " + compared.length,
                  different,
                  needed));
    }
  }

  /** The places of at most so many customers, rising. */
  private int[] sample(int most) {
    List<Integer> all = IntStream.range(0, points.length).boxed().toList();
    return new SeededSample(question.seed())
        .draw(all, i -> table.customers().get(i).id(), most).stream()
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
  }

  private double[][] drawn(int[] places) {
    return Arrays.stream(places).mapToObj(i -> points[i]).toArray(double[][]::new);
  }
}
