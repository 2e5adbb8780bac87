package io.shelfwise.value.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.catalog.StoreCatalogs;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.feed.SurveyReply;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.lifecycle.ActionRule;
import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.predict.RefitRule;
import io.shelfwise.value.predict.RegressionTrials;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.predict.ValueTrainer;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.risk.Method;
import io.shelfwise.value.risk.RiskRule;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.LoyaltyRule;
import io.shelfwise.value.segment.RfmTable;
import io.shelfwise.value.segment.TierStrategies;
import io.shelfwise.value.v1.Cluster;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import io.shelfwise.value.v1.Clustering;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.ExplainSegmentRequest;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.GetSegmentDemandRequest;
import io.shelfwise.value.v1.GetSegmentRequest;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.ListSegmentsRequest;
import io.shelfwise.value.v1.ListSegmentsResponse;
import io.shelfwise.value.v1.QuestionDemand;
import io.shelfwise.value.v1.Segment;
import io.shelfwise.value.v1.SegmentDemand;
import io.shelfwise.value.v1.SegmentExplanation;
import io.shelfwise.value.v1.SegmentServiceGrpc;
import io.shelfwise.value.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The segments of a shop of chance, as callers see them. */
class SegmentEndpointTest {
  private static final String STORE = "stores/demo";
  private static final LifecycleRule.Thresholds AT_RISK =
      new LifecycleRule.Thresholds(2.5, 0.5, 0.6);
  private static final LifecycleRule.Thresholds CHURNED = new LifecycleRule.Thresholds(6, 0.2, 0.9);
  private static final Rulebook RULES =
      new Rulebook(
          new TierStrategies("offer", "bundle", "thank"),
          RfmTable.QUINTILES,
          new Levels(List.of(new Level("gold", 500, 5, "court"), new Level("rest", 0, 0, "greet"))),
          new LoyaltyRule(1, 1, 1, 1, 0.5),
          new LifecycleRule(4, 1, 30, AT_RISK, CHURNED, 3),
          new ActionTable(
              List.of(new ActionRule(1, Set.of(), Set.of(), Set.of(), "mail", "Write to them."))),
          new RiskRule(90, Set.of(Method.values()), 3, 3.5, true, 2, 20, 90, 0.001),
          new Horizon(365, 0.1));

  private static StoreModels models;
  private static Workbench workbench;
  private static RpcServer server;
  private static RpcChannel channel;
  private static SegmentServiceBlockingStub segments;
  private static ValueServiceBlockingStub values;

  @BeforeAll
  static void serveAShop() {
    List<CustomerEvent> events = new ArrayList<>(ShopOfChance.events(400, 400, new Random(1)));
    for (int i = 0; i < 400; i++) {
      events.add(
          new CustomerEvent.Answer(
              "demo",
              "customer-" + i,
              1,
              "spring",
              i % 2 == 0 ? "likely" : "wish",
              i % 2 == 0 ? new SurveyReply.Figure(i % 11) : new SurveyReply.Choice("cups")));
    }
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    models =
        new StoreModels(
            histories,
            new ValueTrainer(
                List.of(PurchaseModelKind.BG_NBD),
                RegressionTrials.NONE,
                100,
                50,
                0,
                InstantSource.system()),
            new RefitRule(Duration.ofHours(1), 2, Duration.ofHours(1)),
            1,
            took -> {});
    Appraiser appraiser = new Appraiser(RULES, models);
    Boards boards = new Boards(appraiser, models);
    StoreClusterings clusterings = new StoreClusterings();
    workbench = new Workbench(Duration.ofSeconds(20));
    String target = "in-process:segments-" + UUID.randomUUID();
    channel = RpcChannel.open(target, Optional.empty(), Duration.ofSeconds(20));
    // Nobody reads the catalogue: this way leads nowhere.
    StoreFeatures features =
        new StoreFeatures(new StoreCatalogs(channel.channel(), Duration.ofMinutes(10)));
    Segments found = new Segments(boards, clusterings, RULES);
    SegmentLists lists = new SegmentLists(histories, found);
    CustomerValues customers = new CustomerValues(histories, appraiser, models, found);
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "value",
                target,
                Optional.empty(),
                Duration.ZERO,
                new SegmentEndpoint(
                    lists,
                    new Groupings(histories, features, clusterings, workbench),
                    new SegmentInsights(lists, found, features, workbench)),
                new ValueEndpoint(
                    customers,
                    new ValueLists(histories, boards, customers, found),
                    new ValueSummaries(histories, boards, models, RULES),
                    new StageChangeLists(histories, appraiser),
                    new AnomalyLists(histories, appraiser),
                    new ModelFits(histories, models, Duration.ofSeconds(20)))));
    segments = SegmentServiceGrpc.newBlockingStub(channel.channel());
    values = ValueServiceGrpc.newBlockingStub(channel.channel());
  }

  @AfterAll
  static void stop() {
    channel.close();
    server.close();
    workbench.close();
    models.close();
  }

  @Test
  void listsEachSegmentOnceOverAllPages() {
    List<Segment> all = segments.listSegments(list().setPageSize(1_000).build()).getSegmentsList();
    List<Segment> paged = new ArrayList<>();
    String token = "";
    do {
      ListSegmentsResponse page =
          segments.listSegments(list().setPageSize(7).setPageToken(token).build());
      paged.addAll(page.getSegmentsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(paged).isEqualTo(all);
    assertThat(all)
        .extracting(Segment::getName)
        .doesNotHaveDuplicates()
        .contains(
            STORE + "/segments/tier:high",
            STORE + "/segments/level:gold",
            STORE + "/segments/rfm:champions",
            STORE + "/segments/stage:at-risk",
            STORE + "/segments/loyalty:loyal");
    assertThat(all).allMatch(segment -> !segment.getDescription().isEmpty());
  }

  @Test
  void aSegmentTellsWhatItsCustomersAreWorth() {
    Segment high = segment("tier:high");
    Segment medium = segment("tier:medium");
    Segment low = segment("tier:low");

    assertThat(high.getStrategy()).isEqualTo("thank");
    assertThat(high.getValue().getCustomerCount())
        .isCloseTo(low.getValue().getCustomerCount(), within(3L));
    assertThat(high.getValue().getContributionRate()).isGreaterThan(0.5);
    assertThat(
            high.getValue().getContributionRate()
                + medium.getValue().getContributionRate()
                + low.getValue().getContributionRate())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void clustersAreSegments() {
    Clustering found =
        segments.clusterCustomers(
            cluster("by-pace")
                .addFeatures("recency-days")
                .addFeatures("orders")
                .setClusterCount(3)
                .build());

    assertThat(found.getClustersList())
        .extracting(Cluster::getSegment)
        .containsExactly("cluster:by-pace:1", "cluster:by-pace:2", "cluster:by-pace:3");
    assertThat(found.getElbowList()).hasSize(9);
    assertThat(found.getSilhouette()).isBetween(0.0, 1.0);
    Cluster second = found.getClusters(1);
    Segment segment = segment(second.getSegment());
    assertThat(segment.getValue().getCustomerCount()).isEqualTo(second.getCustomerCount());
    assertThat(segment.getDescription()).contains("recency-days", "orders");
    ListCustomerValuesResponse members =
        values.listCustomerValues(
            ListCustomerValuesRequest.newBuilder()
                .setParent(STORE)
                .addSegments(second.getSegment())
                .setPageSize(1_000)
                .build());
    assertThat(members.getTotalSize()).isEqualTo(second.getCustomerCount());
    assertThat(members.getValuesList())
        .allMatch(value -> value.getSegmentsList().contains(second.getSegment()));
    assertThat(members.getValuesList().stream().mapToInt(CustomerValue::getOrderCount).average())
        .hasValueCloseTo(second.getCentroidOrThrow("orders"), within(1e-9));
    CustomerValue member =
        values.getCustomerValue(
            GetCustomerValueRequest.newBuilder().setName(members.getValues(0).getName()).build());
    assertThat(member.getSegmentsList()).contains(second.getSegment());
  }

  @Test
  void theSameIdWithTheSameQuestionAnswersTheSame() {
    ClusterCustomersRequest request = cluster("again").setClusterCount(2).build();
    Clustering first = segments.clusterCustomers(request);

    assertThat(segments.clusterCustomers(request)).isEqualTo(first);
    assertThat(first.getFeaturesList()).containsExactly("recency-days", "orders", "spend");
    assertThat(code(() -> segments.clusterCustomers(request.toBuilder().setSeed(2).build())))
        .isEqualTo(Status.Code.ALREADY_EXISTS);
  }

  @Test
  void withoutAnIdTheQuestionGivesOne() {
    ClusterCustomersRequest ward =
        cluster("")
            .setMethod(ClusterCustomersRequest.Method.METHOD_WARD)
            .setClusterCount(2)
            .build();

    String id = segments.clusterCustomers(ward).getClusteringId();

    assertThat(id).startsWith("ward-");
    assertThat(segments.clusterCustomers(ward).getClusteringId()).isEqualTo(id);
    assertThat(segments.clusterCustomers(ward.toBuilder().setClusterCount(3).build()))
        .extracting(Clustering::getClusteringId)
        .isNotEqualTo(id);
  }

  @Test
  void explainsASegmentInRules() {
    SegmentExplanation explanation =
        segments.explainSegment(
            ExplainSegmentRequest.newBuilder()
                .setName(STORE + "/segments/level:gold/explanation")
                .setMaxDepth(2)
                .build());

    assertThat(explanation.getAccuracy()).isGreaterThan(explanation.getBaselineAccuracy());
    assertThat(explanation.getRules(0).getConditionsCount()).isBetween(1, 2);
    assertThat(explanation.getRules(0).getText()).isNotEmpty();
    assertThat(explanation.getRules(0).getPrecision()).isGreaterThan(0.7);
  }

  @Test
  void sumsUpWhatASegmentAnswered() {
    SegmentDemand demand = demand("tier:high", "");

    assertThat(demand.getQuestionsList())
        .extracting(QuestionDemand::getQuestion)
        .containsExactly("likely", "wish");
    QuestionDemand likely = demand.getQuestions(0);
    assertThat(likely.getMean()).isBetween(3.0, 7.0);
    assertThat(likely.getQuartilesList()).hasSize(5).isSorted();
    assertThat(demand.getQuestions(1).getChoicesMap())
        .containsEntry("cups", demand.getQuestions(1).getAnswerCount());
    assertThat(likely.getAnswerCount() + demand.getQuestions(1).getAnswerCount())
        .isEqualTo(segment("tier:high").getValue().getCustomerCount());
    assertThat(demand("tier:high", "autumn").getQuestionsList()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(code(() -> segment("tier:highest"))).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(code(() -> segment("cluster:none:1"))).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(code(() -> demand("level:tin", ""))).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(
            code(
                () ->
                    segments.listSegments(
                        ListSegmentsRequest.newBuilder().setParent("stores/none").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(
            values
                .listCustomerValues(
                    ListCustomerValuesRequest.newBuilder()
                        .setParent(STORE)
                        .addSegments("cluster:none:1")
                        .build())
                .getTotalSize())
        .isZero();
  }

  @Test
  void anExplanationHasAtMostSixConditions() {
    assertThatThrownBy(
            () ->
                segments.explainSegment(
                    ExplainSegmentRequest.newBuilder()
                        .setName(STORE + "/segments/tier:high/explanation")
                        .setMaxDepth(7)
                        .build()))
        .hasMessageContaining("max_depth must be from 0 to 6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Too Long   | recency-days | 2  | 0   | 0 | clustering_id must be 1 to 32 characters of a-z 0-9 -
          ok         | weight       | 2  | 0   | 0 | features[0] must be one of recency-days, tenure-days
          ok         | recency-days | 1  | 0   | 0 | cluster_count must be 0, or from 2 to 50
          ok         | recency-days | 51 | 0   | 0 | cluster_count must be 0, or from 2 to 50
          ok         | recency-days | 2  | 0.5 | 0 | neighborhood must be 0 but with DBSCAN
          ok         | recency-days | 2  | 0   | 3 | min_neighbors must be 0 but with DBSCAN
          """)
  void aBrokenRuleIsNamed(
      String id, String feature, int clusters, double near, int neighbors, String message) {
    assertThatThrownBy(
            () ->
                segments.clusterCustomers(
                    cluster(id)
                        .addFeatures(feature)
                        .setClusterCount(clusters)
                        .setNeighborhood(near)
                        .setMinNeighbors(neighbors)
                        .build()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownFeatureTellsThatTheCatalogueIsNotKnown() {
    assertThatThrownBy(
            () ->
                segments.clusterCustomers(cluster("ok").addFeatures("category-share:Cups").build()))
        .hasMessageContaining("absent, since the store's catalogue is not known");
  }

  private static ListSegmentsRequest.Builder list() {
    return ListSegmentsRequest.newBuilder().setParent(STORE);
  }

  private static ClusterCustomersRequest.Builder cluster(String id) {
    return ClusterCustomersRequest.newBuilder().setParent(STORE).setClusteringId(id);
  }

  private static Segment segment(String id) {
    return segments.getSegment(
        GetSegmentRequest.newBuilder().setName(STORE + "/segments/" + id).build());
  }

  private static SegmentDemand demand(String segment, String survey) {
    return segments.getSegmentDemand(
        GetSegmentDemandRequest.newBuilder()
            .setName(STORE + "/segments/" + segment + "/demand")
            .setSurvey(survey)
            .build());
  }

  private static Status.Code code(Runnable call) {
    try {
      call.run();
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }
}
