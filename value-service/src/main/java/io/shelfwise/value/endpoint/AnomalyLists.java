package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.Overviews;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.risk.ReviewList;
import io.shelfwise.value.v1.Anomaly;
import io.shelfwise.value.v1.Anomaly.Measure;
import io.shelfwise.value.v1.ListAnomaliesRequest;
import io.shelfwise.value.v1.ListAnomaliesResponse;
import java.util.List;

/**
 * What is out of the ordinary about customers, for someone to look at.
 *
 * @param histories the stores there are
 * @param appraiser what tells the anomalies
 */
public record AnomalyLists(Histories histories, Appraiser appraiser) {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;

  /**
   * A page.
   *
   * @throws ApiException NOT_FOUND, or INVALID_ARGUMENT naming the field and the rule
   */
  ListAnomaliesResponse list(String store, ListAnomaliesRequest request) {
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String question = store + "|" + request.getMeasure();
    String position = PageToken.decode(request.getPageToken(), question);
    int skipped = position.isEmpty() ? 0 : Integer.parseInt(position);
    StoreHistory in =
        histories.store(store).orElseThrow(() -> ApiException.notFound("stores/" + store));
    List<ReviewList.Entry> entries =
        Overviews.hasBuyer(in)
            ? appraiser.review(in).worstFirst().stream()
                .filter(entry -> isWanted(entry, request.getMeasure()))
                .toList()
            : List.of();
    ListAnomaliesResponse.Builder response =
        ListAnomaliesResponse.newBuilder().setTotalSize(entries.size());
    entries.stream()
        .skip(skipped)
        .limit(size)
        .forEach(entry -> response.addAnomalies(message(store, entry)));
    if (skipped + size < entries.size()) {
      response.setNextPageToken(PageToken.encode(Integer.toString(skipped + size), question));
    }
    return response.build();
  }

  private static boolean isWanted(ReviewList.Entry entry, Measure wanted) {
    return wanted == Measure.MEASURE_UNSPECIFIED || measure(entry) == wanted;
  }

  private static Anomaly message(String store, ReviewList.Entry entry) {
    return Anomaly.newBuilder()
        .setCustomer("stores/" + store + "/customers/" + entry.customer())
        .setMeasure(measure(entry))
        .setMethod(entry.anomaly().method().id())
        .setValue(entry.anomaly().value())
        .setThreshold(entry.anomaly().threshold())
        .setSeverity(entry.anomaly().severity())
        .setReason(entry.anomaly().reason())
        .build();
  }

  private static Measure measure(ReviewList.Entry entry) {
    return switch (entry.anomaly().measure()) {
      case SPEND -> Measure.MEASURE_SPEND;
      case RETURNS -> Measure.MEASURE_RETURNS;
      case ORDER_RATE -> Measure.MEASURE_ORDER_RATE;
    };
  }
}
