package io.shelfwise.value.endpoint;

import io.shelfwise.value.appraisal.Board;
import io.shelfwise.value.appraisal.GroupSum;
import io.shelfwise.value.appraisal.Row;
import io.shelfwise.value.cluster.Clustering;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/**
 * What the clusters that were found are worth. All of a clustering are summed up in one pass over
 * the buyers, once for each board that there is; what nobody else holds any more is forgotten.
 */
final class ClusterSums {
  /** The caller is asked after each so many buyers. */
  private static final int STRETCH = 4_096;

  private final Map<Clustering, Summed> latest = Collections.synchronizedMap(new WeakHashMap<>());

  private record Summed(WeakReference<Board> board, List<GroupSum> sums) {}

  /**
   * What the buyers of each cluster are and will be worth, by the cluster's place.
   *
   * @throws io.grpc.StatusRuntimeException if the caller waits no more
   */
  List<GroupSum> of(Board board, Clustering clustering) {
    Summed known = latest.get(clustering);
    if (known == null || !known.board().refersTo(board)) {
      known = new Summed(new WeakReference<>(board), sums(board, clustering));
      latest.put(clustering, known);
    }
    return known.sums();
  }

  private static List<GroupSum> sums(Board board, Clustering clustering) {
    List<List<Row>> members =
        Stream.generate(() -> (List<Row>) new ArrayList<Row>())
            .limit(clustering.clusters().size())
            .toList();
    List<Row> rows = board.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (i % STRETCH == 0) {
        Callers.requireWaiting();
      }
      Row row = rows.get(i);
      clustering.clusterOf(row.customer()).ifPresent(place -> members.get(place).add(row));
    }
    return members.stream().map(GroupSum::of).toList();
  }
}
