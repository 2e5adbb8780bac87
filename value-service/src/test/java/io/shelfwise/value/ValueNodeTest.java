package io.shelfwise.value;

import static io.shelfwise.value.NodeForTests.assertFails;
import static io.shelfwise.value.NodeForTests.at;
import static io.shelfwise.value.NodeForTests.named;
import static io.shelfwise.value.NodeForTests.pounds;
import static io.shelfwise.value.NodeForTests.until;
import static io.shelfwise.value.v1.Stage.STAGE_ACQUISITION;
import static io.shelfwise.value.v1.Stage.STAGE_AT_RISK;
import static io.shelfwise.value.v1.Stage.STAGE_CHURNED;
import static io.shelfwise.value.v1.Stage.STAGE_GROWTH;
import static io.shelfwise.value.v1.Stage.STAGE_RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.shelfwise.value.v1.Action;
import io.shelfwise.value.v1.Anomaly;
import io.shelfwise.value.v1.BatchGetCustomerValuesRequest;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.GroupValue;
import io.shelfwise.value.v1.ListAnomaliesRequest;
import io.shelfwise.value.v1.ListAnomaliesResponse;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.ListStageChangesRequest;
import io.shelfwise.value.v1.ListStageChangesResponse;
import io.shelfwise.value.v1.StageChange;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import io.shelfwise.value.v1.ValueSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service as its callers see it, over a log of our own. */
class ValueNodeTest {
  private final NodeForTests node = new NodeForTests();
  private final FakeLog log = node.log;
  private final ValueServiceBlockingStub values = node.values;

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void addsUpWhatACustomerIsWorth() {
    log.buys("ann", "2011-09-01T08:00:00Z", "30.50");
    log.buys("ann", "2011-09-05T08:00:00Z", "9.50");
    log.returns("ann", "2011-09-06T08:00:00Z", "10");
    log.buys("bob", "2011-09-09T20:00:00Z", "60");

    CustomerValue ann =
        node.await("ann", value -> value.getAsOfTime().getSeconds() == at("2011-09-09T20:00:00Z"));

    assertThat(ann.getName()).isEqualTo("stores/demo/customers/ann/value");
    assertThat(ann.getOrderCount()).isEqualTo(2);
    assertThat(ann.getRevenue()).isEqualTo(pounds(40));
    assertThat(ann.getReturned()).isEqualTo(pounds(10));
    assertThat(ann.getAverageOrderValue()).isEqualTo(pounds(20));
    assertThat(ann.getContributionRate()).isEqualTo(40.0 / (40 + 60));
    assertThat(ann.getRecencyDays()).isEqualTo(4.5);
    assertThat(ann.getTenureDays()).isEqualTo(8.5);
    assertThat(ann.getHorizonDays()).isEqualTo(365);
    assertThat(ann.getDiscountRate()).isEqualTo(0.1);
    assertThat(ann.getPredictionUnavailableReason()).isNotEmpty();
    assertThat(ann.hasLifetimeValue()).isFalse();
  }

  @Test
  void tellsTheTierAndWhatToDo() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    log.buys("bob", "2011-09-01T08:00:00Z", "20");
    log.buys("cem", "2011-09-01T08:00:00Z", "90");
    log.returns("cem", "2011-09-01T09:00:00Z", "85");
    log.views("eve", "2011-09-02T08:00:00Z");
    node.awaitSeen("eve");

    // By revenue less returns: cem 5, ann 10, bob 20.
    node.await("bob", value -> value.getTier() == Tier.TIER_HIGH);
    assertThat(node.get("bob").getStrategy()).isEqualTo("thank");
    assertThat(node.get("ann").getTier()).isEqualTo(Tier.TIER_MEDIUM);
    assertThat(node.get("cem").getTier()).isEqualTo(Tier.TIER_LOW);
    assertThat(node.get("eve").getTier()).isEqualTo(Tier.TIER_UNSPECIFIED);
    assertThat(node.get("eve").getOrderCount()).isZero();
    assertThat(node.get("eve").getRevenue()).isEqualTo(pounds(0));
  }

  @Test
  void listsBuyersBySegmentInOrderPageByPage() {
    for (int i = 0; i < 9; i++) {
      for (int order = 0; order <= i; order++) {
        log.buys("c" + i, "2011-09-0" + (1 + order) + "T08:00:00Z", Integer.toString(10 * i + 1));
      }
    }
    log.views("eve", "2011-09-10T08:00:00Z");
    node.awaitSeen("eve");
    until(() -> node.list(ListCustomerValuesRequest.newBuilder()).getTotalSize() == 9);

    ListCustomerValuesRequest.Builder byOrders =
        ListCustomerValuesRequest.newBuilder().setPageSize(4).setOrderBy("order_count desc");
    List<String> listed = new ArrayList<>();
    String token = "";
    do {
      ListCustomerValuesResponse page = node.list(byOrders.setPageToken(token));
      assertThat(page.getTotalSize()).isEqualTo(9);
      page.getValuesList().forEach(value -> listed.add(value.getName().split("/", -1)[3]));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(listed).containsExactly("c8", "c7", "c6", "c5", "c4", "c3", "c2", "c1", "c0");

    ListCustomerValuesResponse gold =
        node.list(
            ListCustomerValuesRequest.newBuilder()
                .addSegments("level:gold")
                .setTier(Tier.TIER_MEDIUM)
                .setOrderBy("revenue"));
    // Revenue n · (10 (n − 1) + 1): gold from 50 on, and the second third is the fourth to sixth.
    assertThat(gold.getValuesList())
        .allSatisfy(value -> assertThat(value.getSegmentsList()).contains("level:gold"))
        .extracting(CustomerValue::getOrderCount)
        .containsExactly(4, 5, 6);
    assertFails(
        () -> node.list(byOrders.setPageToken("").setOrderBy("shoe_size")),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
  }

  @Test
  void sumsUpTheStoreAndItsGroups() {
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    log.buys("ann", "2011-09-02T08:00:00Z", "30");
    log.buys("bob", "2011-09-02T08:00:00Z", "20");
    log.returns("bob", "2011-09-03T08:00:00Z", "5");
    log.views("eve", "2011-09-03T09:00:00Z");
    node.awaitSeen("eve");
    until(() -> node.summary().getBuyers().getCustomerCount() == 2);

    ValueSummary summary = node.summary();

    assertThat(summary.getCustomerCount()).isEqualTo(3);
    assertThat(summary.getOrderCount()).isEqualTo(3);
    assertThat(summary.getReturnCount()).isEqualTo(1);
    assertThat(summary.getBuyers().getRevenue()).isEqualTo(pounds(80));
    assertThat(summary.getBuyers().getRevenuePerCustomer()).isEqualTo(pounds(40));
    assertThat(summary.getBuyers().getReturned()).isEqualTo(pounds(5));
    GroupValue gold =
        summary.getGroupsList().stream()
            .filter(group -> group.getSegment().equals("level:gold"))
            .findFirst()
            .orElseThrow();
    assertThat(gold.getCustomerCount()).isEqualTo(1);
    assertThat(gold.getContributionRate()).isEqualTo(60.0 / 80);
    for (String dimension : List.of("tier:", "level:", "rfm:", "stage:", "loyalty:")) {
      assertThat(
              summary.getGroupsList().stream()
                  .filter(group -> group.getSegment().startsWith(dimension))
                  .mapToLong(GroupValue::getCustomerCount)
                  .sum())
          .as(dimension)
          .isEqualTo(2);
    }
    assertThat(summary.getPredictionUnavailableReason()).isNotEmpty();
  }

  @Test
  void tellsWhereACustomerStandsAndWhatToDo() {
    for (int day = 1; day <= 9; day += 2) {
      log.buys("ann", "2011-01-0" + day + "T08:00:00Z", "30");
    }
    log.views("eve", "2011-12-01T09:00:00Z");
    node.awaitSeen("eve");

    CustomerValue ann =
        node.await("ann", value -> value.getLifecycle().getStage() == STAGE_CHURNED);

    assertThat(ann.getLifecycle().getNumbersMap()).containsEntry("purchase_days", 5.0);
    assertThat(ann.getActionsList())
        .extracting(Action::getAction)
        .containsExactly("win-back", "mail");
    assertThat(ann.getRfm().getSegment()).isNotEmpty();
    assertThat(ann.getSegmentsList()).contains("stage:churned").hasSize(5);
    assertThat(node.get("eve").getLifecycle().getStage()).isEqualTo(STAGE_ACQUISITION);
    List<StageChange> changes =
        values
            .listStageChanges(
                ListStageChangesRequest.newBuilder().setParent("stores/demo/customers/ann").build())
            .getChangesList();
    assertThat(changes)
        .extracting(StageChange::getToStage)
        .containsExactly(
            STAGE_CHURNED, STAGE_AT_RISK, STAGE_RETENTION, STAGE_GROWTH, STAGE_ACQUISITION);
    assertThat(changes.getFirst().getChangeTime().getSeconds())
        .isEqualTo(ann.getLifecycle().getSinceTime().getSeconds());
  }

  @Test
  void listsWhatIsOutOfTheOrdinary() {
    for (int i = 0; i < 30; i++) {
      log.buys("c" + i, "2011-09-01T08:00:00Z", Integer.toString(20 + i));
    }
    log.buys("whale", "2011-09-01T08:00:00Z", "90000");
    log.views("eve", "2011-09-02T08:00:00Z");
    node.awaitSeen("eve");

    ListAnomaliesRequest.Builder request =
        ListAnomaliesRequest.newBuilder().setParent("stores/demo").setPageSize(1);
    until(() -> values.listAnomalies(request.build()).getTotalSize() == 2);
    ListAnomaliesResponse first = values.listAnomalies(request.build());
    ListAnomaliesResponse second =
        values.listAnomalies(request.setPageToken(first.getNextPageToken()).build());

    List<Anomaly> anomalies = List.of(first.getAnomalies(0), second.getAnomalies(0));
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(anomalies)
        .allSatisfy(
            anomaly -> {
              assertThat(anomaly.getCustomer()).isEqualTo("stores/demo/customers/whale");
              assertThat(anomaly.getMeasure()).isEqualTo(Anomaly.Measure.MEASURE_SPEND);
              assertThat(anomaly.getValue()).isEqualTo(90_000);
              assertThat(anomaly.getValue()).isGreaterThan(anomaly.getThreshold());
              assertThat(anomaly.getReason()).isNotEmpty();
            })
        .extracting(Anomaly::getMethod)
        .containsExactlyInAnyOrder("iqr", "z-score");
  }

  @Test
  void listsStageChangesPageByPageFromATimeOn() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    log.buys("bob", "2011-09-01T09:00:00Z", "10");
    log.buys("cem", "2011-09-02T08:00:00Z", "10");
    node.awaitSeen("cem");
    ListStageChangesRequest request =
        ListStageChangesRequest.newBuilder()
            .setParent("stores/demo")
            .setToStage(STAGE_ACQUISITION)
            .setPageSize(1)
            .build();

    List<String> customers = new ArrayList<>();
    String token = "";
    do {
      ListStageChangesResponse page =
          values.listStageChanges(request.toBuilder().setPageToken(token).build());
      page.getChangesList().forEach(change -> customers.add(change.getCustomer()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(customers)
        .containsExactly(
            "stores/demo/customers/cem", "stores/demo/customers/ann", "stores/demo/customers/bob");
    assertThat(from(request, "2011-09-01T00:00:00Z", 0)).isEqualTo(3);
    assertThat(from(request, "2011-09-01T00:00:00Z", 1)).isEqualTo(1);
    assertThat(from(request, "2011-09-01T12:00:00Z", 0)).isEqualTo(1);
    assertFails(
        () -> from(request, "2011-09-01T00:00:00Z", -1),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
  }

  private int from(ListStageChangesRequest request, String time, int nanos) {
    return values
        .listStageChanges(
            request.toBuilder()
                .setPageSize(9)
                .setStartTime(
                    Timestamp.newBuilder()
                        .setSeconds(Instant.parse(time).getEpochSecond())
                        .setNanos(nanos))
                .build())
        .getChangesCount();
  }

  @Test
  void answersBriefValuesAndBatches() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    log.buys("bob", "2011-09-01T08:00:00Z", "20");
    node.awaitSeen("bob");

    CustomerValue brief =
        values.getCustomerValue(
            named("stores/demo/customers/ann/value").toBuilder()
                .setView(CustomerValueView.CUSTOMER_VALUE_VIEW_BASIC)
                .build());
    assertThat(brief.getActionsList()).isEmpty();
    assertThat(brief.getSegmentsList()).isNotEmpty();
    assertThat(brief.getHorizonDays()).isZero();

    BatchGetCustomerValuesRequest.Builder batch =
        BatchGetCustomerValuesRequest.newBuilder()
            .setParent("stores/demo")
            .addNames("stores/demo/customers/bob/value")
            .addNames("stores/demo/customers/ann/value");
    assertThat(values.batchGetCustomerValues(batch.build()).getValuesList())
        .extracting(CustomerValue::getRevenue)
        .containsExactly(pounds(20), pounds(10));
    assertFails(
        () ->
            values.batchGetCustomerValues(
                batch.addNames("stores/other/customers/ann/value").build()),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
  }

  @Test
  void namesWhatIsWrongWithARequest() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    node.awaitSeen("ann");

    assertFails(() -> node.get("nobody"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(
        () -> values.getCustomerValue(named("stores/demo/customers/ann")),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
    assertFails(
        () -> values.getCustomerValue(named("stores/none/customers/ann/value")),
        Status.Code.NOT_FOUND,
        "NOT_FOUND");
    for (double days : new double[] {-1, 3_651, Double.NaN}) {
      assertFails(() -> node.get("ann", days), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }
    assertFails(() -> node.model("stores/none/valueModel"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(() -> node.model("stores/demo"), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
  }
}
