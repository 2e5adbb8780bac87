package io.shelfwise.value;

import static io.shelfwise.value.NodeForTests.MODEL;
import static io.shelfwise.value.NodeForTests.assertFails;
import static io.shelfwise.value.NodeForTests.pounds;
import static io.shelfwise.value.NodeForTests.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import io.shelfwise.value.v1.ListSegmentsRequest;
import io.shelfwise.value.v1.Segment;
import io.shelfwise.value.v1.SegmentServiceGrpc;
import io.shelfwise.value.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event counts once, however the log breaks, and a log that was lost is forgotten. */
class FollowedLogTest {
  private final NodeForTests node = new NodeForTests();
  private final FakeLog log = node.log;

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void countsEachEventOnceThoughTheStreamBreaks() {
    log.breakOnceAfter(2);
    for (int i = 0; i < 450; i++) {
      log.buys("ann", "2011-09-01T08:00:00Z", "1");
    }
    log.views("end", "2011-09-02T08:00:00Z");
    node.awaitSeen("end");

    assertThat(node.get("ann").getOrderCount()).isEqualTo(450);
    assertThat(node.get("ann").getRevenue()).isEqualTo(pounds(450));
  }

  @Test
  void countsOnceWhenTheLogWasLostAndEverythingIsWrittenAgain() {
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    log.buys("gone", "2011-09-02T08:00:00Z", "10");
    node.awaitSeen("gone");

    log.replace();
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    log.views("end", "2011-09-03T08:00:00Z");
    node.awaitSeen("end");

    assertThat(node.get("ann").getOrderCount()).isEqualTo(1);
    assertThat(node.get("ann").getContributionRate()).isEqualTo(1);
    assertFails(() -> node.get("gone"), Status.Code.NOT_FOUND, "NOT_FOUND");
    until(() -> node.readiness() == ServingStatus.SERVING);
  }

  @Test
  void aSnapshotAndModelsOfALogThatWasLostAreNotUsed() {
    node.fillWithCustomers(200);
    node.fit();
    node.stop();

    log.replace();
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    node.start();

    node.await("ann", value -> value.getOrderCount() == 1);
    assertThat(node.get("ann").getContributionRate()).isEqualTo(1);
    assertThat(node.get("ann").hasLifetimeValue()).isFalse();
    assertFails(() -> node.get("customer-0"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(() -> node.model(MODEL), Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
  }

  @Test
  void clustersOfALogThatWasLostAreNoSegments() {
    SegmentServiceBlockingStub segments = SegmentServiceGrpc.newBlockingStub(node.channel());
    ListSegmentsRequest list =
        ListSegmentsRequest.newBuilder().setParent("stores/demo").setPageSize(1_000).build();
    node.fillWithCustomers(200);
    segments.clusterCustomers(
        ClusterCustomersRequest.newBuilder()
            .setParent("stores/demo")
            .setClusteringId("pair")
            .setClusterCount(2)
            .build());
    assertThat(segments.listSegments(list).getSegmentsList())
        .extracting(Segment::getName)
        .contains("stores/demo/segments/cluster:pair:1");

    log.replace();
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    node.await("ann", value -> value.getOrderCount() == 1);

    assertThat(segments.listSegments(list).getSegmentsList())
        .isNotEmpty()
        .noneMatch(segment -> segment.getName().contains("cluster:"));
  }

  @Test
  void isReadyWhenItHasFollowedTheLogToItsEnd() {
    node.stop();
    log.hold(true);
    int before = log.cursorsAsked().size();
    node.start();
    until(() -> log.cursorsAsked().size() > before);
    assertThat(node.readiness()).isEqualTo(ServingStatus.NOT_SERVING);

    log.hold(false);

    until(() -> node.readiness() == ServingStatus.SERVING);
  }
}
