package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.cluster.ClusterQuestion;
import io.shelfwise.value.cluster.CustomerClusterer;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import io.shelfwise.value.v1.Clustering;
import java.util.Optional;

/**
 * Looks for groups, and keeps what was found.
 *
 * @param histories the stores there are
 * @param features what customers are compared by
 * @param clusterings what was found
 * @param workbench where it is looked
 */
public record Groupings(
    Histories histories,
    StoreFeatures features,
    StoreClusterings clusterings,
    Workbench workbench) {
  private static final String ALIKE = "CUSTOMERS_ALIKE";

  /**
   * The groups that a request asks for: those that were found when it was asked before, else new
   * ones.
   *
   * @throws ApiException INVALID_ARGUMENT, ALREADY_EXISTS, or FAILED_PRECONDITION if customers
   *     cannot be told apart
   */
  Clustering of(StoreHistory store, ClusterCustomersRequest request) {
    return workbench.call(() -> find(store, request));
  }

  private Clustering find(StoreHistory store, ClusterCustomersRequest request) {
    FeatureSchema schema = features.schema(store);
    ClusterQuestion question = ClusterRequests.question(request, schema, features.hasShares(store));
    String id = ClusterRequests.id(request, question);
    Optional<io.shelfwise.value.cluster.Clustering> known = clusterings.get(store.store(), id);
    if (known.isPresent() && !known.get().question().equals(question)) {
      throw ApiException.alreadyExists(
          "clustering " + id, "it was given to another question; choose another id");
    }
    return SegmentMessages.clustering(
        id, known.orElseGet(() -> cluster(store, schema, id, question)));
  }

  private io.shelfwise.value.cluster.Clustering cluster(
      StoreHistory store, FeatureSchema schema, String id, ClusterQuestion question) {
    try {
      var found =
          CustomerClusterer.cluster(
              question,
              features.table(store, schema, Integer.MAX_VALUE),
              store.totals().asOfMillis());
      // It takes seconds: meanwhile the log may have been lost, and the store with it.
      clusterings.putIf(() -> histories.holds(store), store.store(), id, found);
      return found;
    } catch (UnfitException alike) {
      throw ApiException.failedPrecondition(ALIKE, alike.reason());
    }
  }
}
