package io.shelfwise.value;

import static io.shelfwise.value.v1.Stage.STAGE_ACQUISITION;
import static io.shelfwise.value.v1.Stage.STAGE_AT_RISK;
import static io.shelfwise.value.v1.Stage.STAGE_CHURNED;
import static io.shelfwise.value.v1.Stage.STAGE_GROWTH;
import static io.shelfwise.value.v1.Stage.STAGE_RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import com.google.type.Money;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.rpc.CursorDigest;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.lifecycle.ActionRule;
import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.risk.Method;
import io.shelfwise.value.risk.RiskRule;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.LoyaltyRule;
import io.shelfwise.value.segment.RfmTable;
import io.shelfwise.value.segment.TierStrategies;
import io.shelfwise.value.v1.Action;
import io.shelfwise.value.v1.Anomaly;
import io.shelfwise.value.v1.BatchGetCustomerValuesRequest;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.DiscountRevenueRequest;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.GetValueSummaryRequest;
import io.shelfwise.value.v1.GroupValue;
import io.shelfwise.value.v1.ListAnomaliesRequest;
import io.shelfwise.value.v1.ListAnomaliesResponse;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.ListSegmentsRequest;
import io.shelfwise.value.v1.ListStageChangesRequest;
import io.shelfwise.value.v1.ListStageChangesResponse;
import io.shelfwise.value.v1.Segment;
import io.shelfwise.value.v1.SegmentServiceGrpc;
import io.shelfwise.value.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.shelfwise.value.v1.StageChange;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import io.shelfwise.value.v1.ValueSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as its callers see it, over a log of our own. */
class ValueNodeTest {
  private static final String MODEL = "stores/demo/valueModel";
  private static final LifecycleRule.Thresholds AT_RISK =
      new LifecycleRule.Thresholds(2.5, 0.5, 0.6);
  private static final LifecycleRule.Thresholds CHURNED = new LifecycleRule.Thresholds(6, 0.2, 0.9);
  private static final Rulebook RULES =
      new Rulebook(
          new TierStrategies("offer", "bundle", "thank"),
          RfmTable.QUINTILES,
          new Levels(
              List.of(new Level("gold", 50, 2, "court"), new Level("bronze", 0, 0, "greet"))),
          new LoyaltyRule(1, 1, 1, 1, 0.5),
          new LifecycleRule(4, 1, 30, AT_RISK, CHURNED, 3),
          new ActionTable(
              List.of(
                  new ActionRule(
                      1, Set.of(Stage.CHURNED), Set.of(), Set.of(), "win-back", "Call them."),
                  new ActionRule(2, Set.of(), Set.of(), Set.of(), "mail", "Write to them."))),
          new RiskRule(90, Set.of(Method.values()), 3, 3.5, true, 2, 20, 90, 0.001),
          new Horizon(365, 0.1));

  @TempDir private Path directory;
  private FakeLog log;
  private String listen;
  private ValueNode node;
  private RpcChannel channel;
  private ValueServiceBlockingStub values;

  @BeforeEach
  void startWithAnEmptyLog() {
    log = new FakeLog();
    listen = "in-process:value-" + UUID.randomUUID();
    channel = RpcChannel.open(listen, Optional.empty(), Duration.ofSeconds(20));
    values = ValueServiceGrpc.newBlockingStub(channel.channel());
    start();
  }

  private void start() {
    ValueSettings settings =
        new ValueSettings(
            listen,
            log.target,
            "in-process:nobody",
            Duration.ofMinutes(10),
            directory.toString(),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofSeconds(20),
            365,
            0.1,
            List.of("bg-nbd", "mbg-nbd"),
            List.of("elastic-net"),
            "quintiles",
            100,
            50,
            90,
            Duration.ofHours(1),
            1.5,
            Duration.ofHours(1),
            1);
    node = ValueNode.start(settings, RULES, Optional.empty(), new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    channel.close();
    node.close();
    log.close();
  }

  @Test
  void addsUpWhatACustomerIsWorth() {
    log.buys("ann", "2011-09-01T08:00:00Z", "30.50");
    log.buys("ann", "2011-09-05T08:00:00Z", "9.50");
    log.returns("ann", "2011-09-06T08:00:00Z", "10");
    log.buys("bob", "2011-09-09T20:00:00Z", "60");

    CustomerValue ann =
        await("ann", value -> value.getAsOfTime().getSeconds() == at("2011-09-09T20:00:00Z"));

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
    awaitSeen("eve");

    // By revenue less returns: cem 5, ann 10, bob 20.
    await("bob", value -> value.getTier() == Tier.TIER_HIGH);
    assertThat(get("bob").getStrategy()).isEqualTo("thank");
    assertThat(get("ann").getTier()).isEqualTo(Tier.TIER_MEDIUM);
    assertThat(get("cem").getTier()).isEqualTo(Tier.TIER_LOW);
    assertThat(get("eve").getTier()).isEqualTo(Tier.TIER_UNSPECIFIED);
    assertThat(get("eve").getOrderCount()).isZero();
    assertThat(get("eve").getRevenue()).isEqualTo(pounds(0));
  }

  @Test
  void listsBuyersBySegmentInOrderPageByPage() {
    for (int i = 0; i < 9; i++) {
      for (int order = 0; order <= i; order++) {
        log.buys("c" + i, "2011-09-0" + (1 + order) + "T08:00:00Z", Integer.toString(10 * i + 1));
      }
    }
    log.views("eve", "2011-09-10T08:00:00Z");
    awaitSeen("eve");
    until(() -> list(ListCustomerValuesRequest.newBuilder()).getTotalSize() == 9);

    ListCustomerValuesRequest.Builder byOrders =
        ListCustomerValuesRequest.newBuilder().setPageSize(4).setOrderBy("order_count desc");
    List<String> listed = new ArrayList<>();
    String token = "";
    do {
      ListCustomerValuesResponse page = list(byOrders.setPageToken(token));
      assertThat(page.getTotalSize()).isEqualTo(9);
      page.getValuesList().forEach(value -> listed.add(value.getName().split("/", -1)[3]));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(listed).containsExactly("c8", "c7", "c6", "c5", "c4", "c3", "c2", "c1", "c0");

    ListCustomerValuesResponse gold =
        list(
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
        () -> list(byOrders.setPageToken("").setOrderBy("shoe_size")),
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
    awaitSeen("eve");
    until(() -> summary().getBuyers().getCustomerCount() == 2);

    ValueSummary summary = summary();

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
    awaitSeen("eve");

    CustomerValue ann = await("ann", value -> value.getLifecycle().getStage() == STAGE_CHURNED);

    assertThat(ann.getLifecycle().getNumbersMap()).containsEntry("purchase_days", 5.0);
    assertThat(ann.getActionsList())
        .extracting(Action::getAction)
        .containsExactly("win-back", "mail");
    assertThat(ann.getRfm().getSegment()).isNotEmpty();
    assertThat(ann.getSegmentsList()).contains("stage:churned").hasSize(5);
    assertThat(get("eve").getLifecycle().getStage()).isEqualTo(STAGE_ACQUISITION);
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
    awaitSeen("eve");

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
  void discountsARevenueStream() {
    DiscountRevenueRequest.Builder request =
        DiscountRevenueRequest.newBuilder()
            .addRevenues(pounds(100))
            .addRevenues(pounds(120))
            .addRevenues(pounds(150))
            .setDiscountRate(0.1);

    assertThat(amount(values.discountRevenue(request.build()).getValue()))
        .isCloseTo(100 / 1.1 + 120 / 1.21 + 150 / 1.331, within(1e-6));
    assertFails(
        () -> values.discountRevenue(request.setDiscountRate(-2).build()),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
    assertFails(
        () -> values.discountRevenue(DiscountRevenueRequest.getDefaultInstance()),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
  }

  @Test
  void discountsSumsOfAnySizeAndRefusesWhatIsNoMoney() {
    DiscountRevenueRequest.Builder large =
        DiscountRevenueRequest.newBuilder().addRevenues(pounds(10_000_000_000_000L));
    assertThat(values.discountRevenue(large.build()).getValue())
        .isEqualTo(pounds(10_000_000_000_000L));

    for (Money wrong :
        List.of(
            pounds(1).toBuilder().setNanos(1_000_000_000).build(),
            pounds(1).toBuilder().setNanos(-1).build(),
            pounds(-1).toBuilder().setNanos(1).build(),
            pounds(Long.MAX_VALUE))) {
      assertFails(
          () ->
              values.discountRevenue(
                  DiscountRevenueRequest.newBuilder().addRevenues(wrong).build()),
          Status.Code.INVALID_ARGUMENT,
          "INVALID_FIELD");
    }
  }

  @Test
  void listsStageChangesPageByPageFromATimeOn() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    log.buys("bob", "2011-09-01T09:00:00Z", "10");
    log.buys("cem", "2011-09-02T08:00:00Z", "10");
    awaitSeen("cem");
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
    awaitSeen("bob");

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
    awaitSeen("ann");

    assertFails(() -> get("nobody"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(
        () -> values.getCustomerValue(named("stores/demo/customers/ann")),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
    assertFails(
        () -> values.getCustomerValue(named("stores/none/customers/ann/value")),
        Status.Code.NOT_FOUND,
        "NOT_FOUND");
    for (double days : new double[] {-1, 3_651, Double.NaN}) {
      assertFails(() -> get("ann", days), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }
    assertFails(() -> model("stores/none/valueModel"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(() -> model("stores/demo"), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
  }

  @Test
  void saysWhyNoModelCouldBeFitted() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    awaitSeen("ann");

    assertFails(this::fit, Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
    assertFails(() -> model(MODEL), Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
    assertThat(get("ann").getPredictionUnavailableReason())
        .isEqualTo("too few customers have bought: 1 (needed: 100)");
  }

  @Test
  void predictsOnceTheModelsAreFitted() {
    fillWithCustomers(400);
    ValueModel model = fit();

    assertThat(model(MODEL)).isEqualTo(model);
    assertThat(model.getName()).isEqualTo(MODEL);
    assertThat(model.getCustomerCount()).isEqualTo(400);
    assertThat(model.getPurchaseModels(0).getParameters(0).getValue()).isPositive();
    assertThat(model.getSpendModel().getParameters(1).getValue()).isGreaterThan(1);
    assertThat(model.getHoldoutDays()).isEqualTo(90);
    assertThat(model.getPurchaseJudgements(0).getMae()).isBetween(0.0, 10.0);
    CustomerValue value = get("customer-7");
    assertThat(value.getPredictionUnavailableReason()).isEmpty();
    assertThat(value.getActiveProbability()).isBetween(0.0, 1.0);
    assertThat(value.getExpectedPurchases()).isPositive();
    double purchaseValue = amount(value.getExpectedPurchaseValue());
    assertThat(amount(value.getLifetimeValue()))
        .isPositive()
        .isLessThan(value.getExpectedPurchases() * purchaseValue)
        .isGreaterThan(value.getExpectedPurchases() * purchaseValue / 1.1)
        .isBetween(
            amount(value.getLifetimeValueInterval().getLeast()),
            amount(value.getLifetimeValueInterval().getMost()));
    CustomerValue longer = get("customer-7", 730);
    assertThat(longer.getHorizonDays()).isEqualTo(730);
    assertThat(longer.getExpectedPurchases()).isGreaterThan(value.getExpectedPurchases());
  }

  @Test
  void letsANewPurchaseCountWithoutANewFit() {
    fillWithCustomers(400);
    ValueModel model = fit();
    CustomerValue before = get("customer-7");
    Instant now = Instant.ofEpochSecond(before.getAsOfTime().getSeconds());
    log.buys("customer-7", now.toString(), "50");
    log.buys("new", now.toString(), "50");
    awaitSeen("new");

    CustomerValue after = get("customer-7");

    assertThat(after.getExpectedPurchases()).isGreaterThan(before.getExpectedPurchases());
    assertThat(get("new").getExpectedPurchases()).isPositive();
    assertThat(get("new").getActiveProbability()).isBetween(0.5, 1.0);
    assertThat(model(MODEL)).isEqualTo(model);
  }

  @Test
  void goesOnWhereItStoppedAfterARestart() {
    fillWithCustomers(400);
    ValueModel model = fit();
    CustomerValue before = get("customer-7");
    node.close();
    log.buys("late", "2010-12-31T08:00:00Z", "50");

    start();
    awaitSeen("late");

    assertThat(log.cursorsAsked()).hasSizeGreaterThan(1);
    assertThat(model.getCursor()).isEqualTo(CursorDigest.of(log.cursorsAsked().getLast()));
    assertThat(model(MODEL)).isEqualTo(model);
    CustomerValue after = get("customer-7");
    assertThat(after.getRevenue()).isEqualTo(before.getRevenue());
    assertThat(after.getLifetimeValue()).isEqualTo(before.getLifetimeValue());
  }

  @Test
  void countsEachEventOnceThoughTheStreamBreaks() {
    log.breakOnceAfter(2);
    for (int i = 0; i < 450; i++) {
      log.buys("ann", "2011-09-01T08:00:00Z", "1");
    }
    log.views("end", "2011-09-02T08:00:00Z");
    awaitSeen("end");

    assertThat(get("ann").getOrderCount()).isEqualTo(450);
    assertThat(get("ann").getRevenue()).isEqualTo(pounds(450));
  }

  @Test
  void countsOnceWhenTheLogWasLostAndEverythingIsWrittenAgain() {
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    log.buys("gone", "2011-09-02T08:00:00Z", "10");
    awaitSeen("gone");

    log.replace();
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    log.views("end", "2011-09-03T08:00:00Z");
    awaitSeen("end");

    assertThat(get("ann").getOrderCount()).isEqualTo(1);
    assertThat(get("ann").getContributionRate()).isEqualTo(1);
    assertFails(() -> get("gone"), Status.Code.NOT_FOUND, "NOT_FOUND");
    until(() -> readiness() == ServingStatus.SERVING);
  }

  @Test
  void aSnapshotAndModelsOfALogThatWasLostAreNotUsed() {
    fillWithCustomers(200);
    fit();
    node.close();

    log.replace();
    log.buys("ann", "2011-09-01T08:00:00Z", "30");
    start();

    await("ann", value -> value.getOrderCount() == 1);
    assertThat(get("ann").getContributionRate()).isEqualTo(1);
    assertThat(get("ann").hasLifetimeValue()).isFalse();
    assertFails(() -> get("customer-0"), Status.Code.NOT_FOUND, "NOT_FOUND");
    assertFails(() -> model(MODEL), Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
  }

  @Test
  void clustersOfALogThatWasLostAreNoSegments() {
    SegmentServiceBlockingStub segments = SegmentServiceGrpc.newBlockingStub(channel.channel());
    ListSegmentsRequest list =
        ListSegmentsRequest.newBuilder().setParent("stores/demo").setPageSize(1_000).build();
    fillWithCustomers(200);
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
    await("ann", value -> value.getOrderCount() == 1);

    assertThat(segments.listSegments(list).getSegmentsList())
        .isNotEmpty()
        .noneMatch(segment -> segment.getName().contains("cluster:"));
  }

  @Test
  void isReadyWhenItHasFollowedTheLogToItsEnd() {
    node.close();
    log.hold(true);
    int before = log.cursorsAsked().size();
    start();
    until(() -> log.cursorsAsked().size() > before);
    assertThat(readiness()).isEqualTo(ServingStatus.NOT_SERVING);

    log.hold(false);

    until(() -> readiness() == ServingStatus.SERVING);
  }

  private ServingStatus readiness() {
    return HealthGrpc.newBlockingStub(channel.channel())
        .check(HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build())
        .getStatus();
  }

  /**
   * Customers who come back after gaps of about three weeks, each with a spend of the customer's
   * own, through 2010.
   */
  private void fillWithCustomers(int count) {
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      Instant time =
          Instant.parse("2010-01-01T12:00:00Z").plus(random.nextInt(100), ChronoUnit.DAYS);
      int mean = 10 + random.nextInt(90);
      double gap = 10 + 40 * random.nextDouble();
      do {
        int spent = Math.max(1, (int) (mean * (0.5 + random.nextDouble())));
        log.buys("customer-" + i, time.toString(), Integer.toString(spent));
        time = time.plus((long) (1 - gap * Math.log1p(-random.nextDouble())), ChronoUnit.DAYS);
      } while (random.nextDouble() > 0.15 && time.isBefore(Instant.parse("2010-12-31T00:00:00Z")));
    }
    log.views("end", "2010-12-31T12:00:00Z");
    awaitSeen("end");
  }

  private ListCustomerValuesResponse list(ListCustomerValuesRequest.Builder request) {
    return values.listCustomerValues(request.setParent("stores/demo").build());
  }

  private ValueSummary summary() {
    return values.getValueSummary(
        GetValueSummaryRequest.newBuilder().setName("stores/demo/valueSummary").build());
  }

  private ValueModel fit() {
    return values.fitValueModel(FitValueModelRequest.newBuilder().setName(MODEL).build());
  }

  private ValueModel model(String name) {
    return values.getValueModel(GetValueModelRequest.newBuilder().setName(name).build());
  }

  private CustomerValue get(String customer) {
    return get(customer, 0);
  }

  private CustomerValue get(String customer, double horizonDays) {
    return values.getCustomerValue(
        named("stores/demo/customers/" + customer + "/value").toBuilder()
            .setHorizonDays(horizonDays)
            .build());
  }

  private static GetCustomerValueRequest named(String name) {
    return GetCustomerValueRequest.newBuilder().setName(name).build();
  }

  private void awaitSeen(String customer) {
    await(customer, _ -> true);
  }

  private CustomerValue await(String customer, Predicate<CustomerValue> wanted) {
    until(
        () -> {
          try {
            return wanted.test(get(customer));
          } catch (StatusRuntimeException e) {
            return false;
          }
        });
    return get(customer);
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 s have passed").isLessThan(deadline);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void assertFails(Runnable call, Status.Code code, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(reason(e)).isEqualTo(reason);
            });
  }

  private static String reason(StatusRuntimeException e) {
    try {
      var status = StatusProto.fromThrowable(e);
      return status == null ? "" : status.getDetails(0).unpack(ErrorInfo.class).getReason();
    } catch (InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }

  private static long at(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  private static Money pounds(long units) {
    return Money.newBuilder().setCurrencyCode("GBP").setUnits(units).build();
  }

  private static double amount(Money money) {
    return money.getUnits() + money.getNanos() / 1e9;
  }
}
