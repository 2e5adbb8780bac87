package io.shelfwise.value.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.rpc.ResourceName;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import io.shelfwise.value.v1.Clustering;
import io.shelfwise.value.v1.ExplainSegmentRequest;
import io.shelfwise.value.v1.GetSegmentDemandRequest;
import io.shelfwise.value.v1.GetSegmentRequest;
import io.shelfwise.value.v1.ListSegmentsRequest;
import io.shelfwise.value.v1.ListSegmentsResponse;
import io.shelfwise.value.v1.Segment;
import io.shelfwise.value.v1.SegmentDemand;
import io.shelfwise.value.v1.SegmentExplanation;
import io.shelfwise.value.v1.SegmentServiceGrpc.SegmentServiceImplBase;
import java.util.List;

/** Serves {@code shelfwise.value.v1.SegmentService}. */
public final class SegmentEndpoint extends SegmentServiceImplBase {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final ResourceName SEGMENT = ResourceName.of("stores/{store}/segments/{segment}");
  private static final ResourceName EXPLANATION =
      ResourceName.of("stores/{store}/segments/{segment}/explanation");
  private static final ResourceName DEMAND =
      ResourceName.of("stores/{store}/segments/{segment}/demand");

  private final SegmentLists lists;
  private final Groupings groupings;
  private final SegmentInsights insights;

  /** The endpoint that answers from these. */
  public SegmentEndpoint(SegmentLists lists, Groupings groupings, SegmentInsights insights) {
    this.lists = lists;
    this.groupings = groupings;
    this.insights = insights;
  }

  @Override
  public void listSegments(
      ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> observer) {
    reply(
        observer, () -> lists.list(STORE.parse("parent", request.getParent()).getFirst(), request));
  }

  @Override
  public void getSegment(GetSegmentRequest request, StreamObserver<Segment> observer) {
    reply(
        observer,
        () -> {
          List<String> ids = SEGMENT.parse("name", request.getName());
          return lists.get(ids.get(0), ids.get(1));
        });
  }

  @Override
  public void clusterCustomers(
      ClusterCustomersRequest request, StreamObserver<Clustering> observer) {
    reply(
        observer,
        () ->
            groupings.of(
                lists.store(STORE.parse("parent", request.getParent()).getFirst()), request));
  }

  @Override
  public void explainSegment(
      ExplainSegmentRequest request, StreamObserver<SegmentExplanation> observer) {
    reply(
        observer,
        () -> {
          List<String> ids = EXPLANATION.parse("name", request.getName());
          return insights.explain(ids.get(0), ids.get(1), request.getMaxDepth());
        });
  }

  @Override
  public void getSegmentDemand(
      GetSegmentDemandRequest request, StreamObserver<SegmentDemand> observer) {
    reply(
        observer,
        () -> {
          List<String> ids = DEMAND.parse("name", request.getName());
          return insights.demand(ids.get(0), ids.get(1), request.getSurvey());
        });
  }
}
