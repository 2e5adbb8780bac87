package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.v1.ListSegmentsRequest;
import io.shelfwise.value.v1.ListSegmentsResponse;
import io.shelfwise.value.v1.Segment;
import java.util.List;

/**
 * Segments and what they are worth.
 *
 * @param histories the stores there are
 * @param segments their segments
 */
public record SegmentLists(Histories histories, Segments segments) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  /**
   * A page of a store's segments.
   *
   * @throws ApiException NOT_FOUND, or INVALID_ARGUMENT naming the field and the rule
   */
  ListSegmentsResponse list(String store, ListSegmentsRequest request) {
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String position = PageToken.decode(request.getPageToken(), store);
    StoreHistory in = store(store);
    List<Segments.Found> all = segments.all(store);
    int from = position.isEmpty() ? 0 : Math.min(Integer.parseInt(position), all.size());
    int to = Math.min(from + size, all.size());
    ListSegmentsResponse.Builder response = ListSegmentsResponse.newBuilder();
    all.subList(from, to).forEach(segment -> response.addSegments(message(in, segment)));
    return response
        .setNextPageToken(to < all.size() ? PageToken.encode(Integer.toString(to), store) : "")
        .build();
  }

  /**
   * A segment.
   *
   * @throws ApiException NOT_FOUND
   */
  Segment get(String store, String id) {
    return message(store(store), find(store, id));
  }

  /** A store that there is. */
  StoreHistory store(String store) {
    return histories.store(store).orElseThrow(() -> ApiException.notFound("stores/" + store));
  }

  /** A segment that there is. */
  Segments.Found find(String store, String id) {
    return segments
        .find(store, id)
        .orElseThrow(() -> ApiException.notFound("stores/" + store + "/segments/" + id));
  }

  private Segment message(StoreHistory in, Segments.Found segment) {
    return Segment.newBuilder()
        .setName("stores/" + in.store() + "/segments/" + segment.id())
        .setDescription(segment.description())
        .setStrategy(segment.strategy())
        .setValue(ValueSummaries.group(segment.id(), segments.sum(in, segment), in.totals()))
        .build();
  }
}
