package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.value.appraisal.Board;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.Membership;
import io.shelfwise.value.appraisal.Row;
import io.shelfwise.value.appraisal.RowOrder;
import io.shelfwise.value.appraisal.SegmentId;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lists of customers' values.
 *
 * @param histories the stores there are
 * @param boards who is in which order
 * @param values what each is worth
 * @param segments the clusters that were found
 */
public record ValueLists(
    Histories histories, Boards boards, CustomerValues values, Segments segments) {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
  private static final int MOST_SEGMENTS = 10;
  private static final String DESCENDING = " desc";
  private static final String USUAL_ORDER = "lifetime_value desc";

  /**
   * A page.
   *
   * @throws ApiException NOT_FOUND, or INVALID_ARGUMENT naming the field and the rule
   */
  ListCustomerValuesResponse list(String store, ListCustomerValuesRequest request) {
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String orderBy = request.getOrderBy().isEmpty() ? USUAL_ORDER : request.getOrderBy();
    boolean descending = orderBy.endsWith(DESCENDING);
    RowOrder order = order(orderBy);
    List<String> wanted = wanted(request);
    Horizon horizon = values.horizon(request.getHorizonDays());
    String question = String.join("|", store, orderBy, String.join(",", wanted));
    Optional<Board.Place> after = place(PageToken.decode(request.getPageToken(), question));
    StoreHistory in =
        histories.store(store).orElseThrow(() -> ApiException.notFound("stores/" + store));
    Board.Page page = boards.of(in).list(isIn(store, wanted), order, descending, after, size);
    ListCustomerValuesResponse.Builder response =
        ListCustomerValuesResponse.newBuilder().setTotalSize(page.total());
    for (Row row : page.rows()) {
      response.addValues(
          values.get(store, row.customer(), horizon, CustomerValueView.CUSTOMER_VALUE_VIEW_FULL));
    }
    if (!page.isLast()) {
      response.setNextPageToken(
          PageToken.encode(text(Board.Place.of(page.rows().getLast(), order)), question));
    }
    return response.build();
  }

  private static RowOrder order(String orderBy) {
    String name =
        orderBy.endsWith(DESCENDING)
            ? orderBy.substring(0, orderBy.length() - DESCENDING.length())
            : orderBy;
    return RowOrder.named(name)
        .orElseThrow(
            () ->
                ApiException.invalid(
                    "order_by",
                    "be lifetime_value, revenue, order_count, recency_days, active_probability or"
                        + " customer, with \" desc\" behind it or without"));
  }

  /** The segments that all must be in, those by tier and stage among them. */
  private static List<String> wanted(ListCustomerValuesRequest request) {
    if (request.getSegmentsCount() > MOST_SEGMENTS) {
      throw ApiException.invalid("segments", "have at most " + MOST_SEGMENTS + " ids");
    }
    List<String> segments = new ArrayList<>(request.getSegmentsList());
    AppraisalMessages.tier(request.getTier()).map(SegmentId::of).ifPresent(segments::add);
    AppraisalMessages.stage(request.getStage()).map(SegmentId::of).ifPresent(segments::add);
    return segments;
  }

  /** Many rows share a membership by rule, which is looked at once; clusters are by customer. */
  private Predicate<Row> isIn(String store, List<String> wanted) {
    List<String> byRule = wanted.stream().filter(Predicate.not(Segments::isCluster)).toList();
    Predicate<String> isInClusters =
        segments.inAll(store, wanted.stream().filter(Segments::isCluster).toList());
    Map<Membership, Boolean> known = new HashMap<>();
    return row ->
        known.computeIfAbsent(
                row.membership(), membership -> membership.segments().containsAll(byRule))
            && isInClusters.test(row.customer());
  }

  /** A place as a text: the key's bits, then the id. */
  private static String text(Board.Place place) {
    return Long.toHexString(Double.doubleToLongBits(place.key())) + " " + place.customer();
  }

  private static Optional<Board.Place> place(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int space = text.indexOf(' ');
    double key = Double.longBitsToDouble(Long.parseUnsignedLong(text, 0, space, 16));
    return Optional.of(new Board.Place(key, text.substring(space + 1)));
  }
}
