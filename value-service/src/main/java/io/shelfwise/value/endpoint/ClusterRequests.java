package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.cluster.ClusterMethod;
import io.shelfwise.value.cluster.ClusterQuestion;
import io.shelfwise.value.features.Feature;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how to look for groups. */
final class ClusterRequests {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
  private static final int MOST_FEATURES = 20;
  private static final int MOST_CLUSTERS = 50;
  private static final int MOST_NEIGHBORS = 1_000;

  private ClusterRequests() {}

  /**
   * The question.
   *
   * @param hasShares whether the schema has the shares of categories and brands
   * @throws ApiException INVALID_ARGUMENT naming the field and the rule
   */
  static ClusterQuestion question(
      ClusterCustomersRequest request, FeatureSchema schema, boolean hasShares) {
    ClusterMethod method = method(request);
    boolean dense = method == ClusterMethod.DBSCAN;
    require(
        dense ? request.getClusterCount() == 0 : isZeroOr(request.getClusterCount(), MOST_CLUSTERS),
        "cluster_count",
        dense ? "be 0 with DBSCAN, which finds the number" : "be 0, or from 2 to " + MOST_CLUSTERS);
    double neighborhood = request.getNeighborhood();
    require(
        neighborhood == 0 || (dense && neighborhood > 0 && neighborhood < Double.POSITIVE_INFINITY),
        "neighborhood",
        dense ? "be at least 0 and finite" : "be 0 but with DBSCAN");
    require(
        dense
            ? isZeroOr(request.getMinNeighbors(), MOST_NEIGHBORS)
            : request.getMinNeighbors() == 0,
        "min_neighbors",
        dense ? "be 0, or from 2 to " + MOST_NEIGHBORS : "be 0 but with DBSCAN");
    return new ClusterQuestion(
        method,
        features(request, schema, hasShares),
        request.getClusterCount(),
        neighborhood,
        request.getMinNeighbors(),
        request.getSeed());
  }

  /** The clustering's id: the one given, or one made of the question. */
  static String id(ClusterCustomersRequest request, ClusterQuestion question) {
    String given = request.getClusteringId();
    if (given.isEmpty()) {
      return question.method().name().toLowerCase(Locale.ROOT).replace('_', '-')
          + "-"
          + question.digest();
    }
    require(ID.matcher(given).matches(), "clustering_id", "be 1 to 32 characters of a-z 0-9 -");
    return given;
  }

  private static ClusterMethod method(ClusterCustomersRequest request) {
    return switch (request.getMethod()) {
      case METHOD_UNSPECIFIED, METHOD_K_MEANS -> ClusterMethod.K_MEANS;
      case METHOD_DBSCAN -> ClusterMethod.DBSCAN;
      case METHOD_WARD -> ClusterMethod.WARD;
      case METHOD_AVERAGE -> ClusterMethod.AVERAGE;
      case UNRECOGNIZED -> throw ApiException.invalid("method", "be one of the methods");
    };
  }

  private static List<String> features(
      ClusterCustomersRequest request, FeatureSchema schema, boolean hasShares) {
    List<String> features =
        request.getFeaturesCount() == 0 ? FeatureSchema.USUAL : request.getFeaturesList();
    require(
        features.size() <= MOST_FEATURES && new HashSet<>(features).size() == features.size(),
        "features",
        "be at most " + MOST_FEATURES + " different names");
    List<String> known = schema.features().stream().map(Feature::name).toList();
    for (int i = 0; i < features.size(); i++) {
      require(
          known.contains(features.get(i)),
          "features[" + i + "]",
          known.stream()
              .collect(
                  Collectors.joining(
                      ", ",
                      "be one of ",
                      hasShares
                          ? ""
                          : "; shares of categories and brands are absent, since the store's"
                              + " catalogue is not known")));
    }
    return features;
  }

  private static boolean isZeroOr(int number, int most) {
    return number == 0 || (number >= 2 && number <= most);
  }

  private static void require(boolean holds, String field, String rule) {
    if (!holds) {
      throw ApiException.invalid(field, rule);
    }
  }
}
