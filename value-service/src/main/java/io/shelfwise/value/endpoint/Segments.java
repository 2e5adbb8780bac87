package io.shelfwise.value.endpoint;

import io.shelfwise.value.appraisal.Board;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.GroupSum;
import io.shelfwise.value.appraisal.Row;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.cluster.Clustering;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.history.StoreHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The segments of a store: those that there are by rule, and the clusters that were found. */
public final class Segments {
  private static final String CLUSTER = "cluster:";

  private final Boards boards;
  private final StoreClusterings clusterings;
  private final Rulebook rules;
  private final ClusterSums clusterSums = new ClusterSums();

  /**
   * The segments there are.
   *
   * @param boards who is in which segment by rule
   * @param clusterings what was found
   * @param rules the rules
   */
  public Segments(Boards boards, StoreClusterings clusterings, Rulebook rules) {
    this.boards = boards;
    this.clusterings = clusterings;
    this.rules = rules;
  }

  /** A store's segment with its place among those who are looked at. */
  sealed interface Found {
    /** The segment's id. */
    String id();

    /** What its customers have in common. */
    String description();

    /** What marketing does with them; empty when nothing is configured. */
    String strategy();
  }

  /** A segment by rule. */
  record ByRule(String id, String description, String strategy) implements Found {}

  /**
   * A cluster.
   *
   * @param clustering what was found
   * @param number its place, from 0
   */
  record Cluster(String id, Clustering clustering, int number) implements Found {
    @Override
    public String description() {
      Clustering.Cluster cluster = clustering.clusters().get(number);
      return IntStream.range(0, cluster.centroid().size())
          .mapToObj(
              j ->
                  String.format(
                      Locale.ROOT,
                      "%s %,.4g",
                      clustering.question().features().get(j),
                      cluster.centroid().get(j)))
          .collect(Collectors.joining(", ", "are alike: in the mean ", ""));
    }

    @Override
    public String strategy() {
      return "";
    }
  }

  /** The id of a cluster's segment, by the cluster's place from 0. */
  static String clusterId(String clustering, int place) {
    return CLUSTER + clustering + ":" + (place + 1);
  }

  /** All segments of a store. */
  List<Found> all(String store) {
    return Stream.concat(
            SegmentRules.all(rules).stream()
                .map(rule -> new ByRule(rule.id(), rule.description(), rule.strategy())),
            clusterings.all(store).entrySet().stream()
                .flatMap(
                    kept ->
                        IntStream.range(0, kept.getValue().clusters().size())
                            .mapToObj(
                                place ->
                                    new Cluster(
                                        clusterId(kept.getKey(), place), kept.getValue(), place))))
        .map(Found.class::cast)
        .toList();
  }

  /** A segment by its id; empty if there is no such segment. */
  Optional<Found> find(String store, String id) {
    return all(store).stream().filter(segment -> segment.id().equals(id)).findFirst();
  }

  /** What the customers of a segment are and will be worth. */
  GroupSum sum(StoreHistory store, Found segment) {
    Board board = boards.of(store);
    return switch (segment) {
      case ByRule rule -> board.group(rule.id());
      case Cluster cluster -> clusterSums.of(board, cluster.clustering()).get(cluster.number());
    };
  }

  /** The customers of a segment. */
  Set<String> members(StoreHistory store, Found segment) {
    return switch (segment) {
      case ByRule rule ->
          boards.of(store).rows().stream()
              .filter(row -> row.membership().segments().contains(rule.id()))
              .map(Row::customer)
              .collect(Collectors.toSet());
      case Cluster(_, Clustering clustering, int number) ->
          clustering.membersOf(number).collect(Collectors.toSet());
    };
  }

  /** The ids of the clusters that a customer is in. */
  List<String> clustersOf(String store, String customer) {
    return clusterings.all(store).entrySet().stream()
        .flatMap(
            kept ->
                kept.getValue().clusterOf(customer).stream()
                    .mapToObj(place -> clusterId(kept.getKey(), place)))
        .toList();
  }

  /** Who is in all of some clusters, by their ids; in one that there is not, nobody is. */
  Predicate<String> inAll(String store, List<String> clusters) {
    List<Optional<Found>> found = clusters.stream().map(id -> find(store, id)).toList();
    return customer ->
        found.stream()
            .allMatch(
                one -> one.filter(f -> f instanceof Cluster c && isIn(customer, c)).isPresent());
  }

  /** Whether an id is that of a cluster. */
  static boolean isCluster(String id) {
    return id.startsWith(CLUSTER);
  }

  private static boolean isIn(String customer, Cluster cluster) {
    return cluster.clustering().clusterOf(customer).orElse(-1) == cluster.number();
  }
}
