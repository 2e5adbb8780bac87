package io.shelfwise.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.BlockingClientCall;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.WriteResult;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.terminal.Amount;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueModel;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a shop does with Shelfwise. The steps build on each other: import, train, ask, buy, ask
 * again, see the bought product gone and its companions risen; then what goes wrong.
 */
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journey<S extends Site> {
  private static final String STORE = "/v1/stores/demo";
  private static final String PRODUCTS = "stores/demo/products/";
  private static final int ALL = 100;

  /** Where the shop runs. */
  final S site;

  private final ShopData shop;
  private final Storefront storefront;

  /**
   * Who the journey is made as: the customer with most orders, of those who left something to be
   * bought.
   */
  private final Shopper shopper;

  private RecommendResponse before = RecommendResponse.getDefaultInstance();
  private CustomerValue worth = CustomerValue.getDefaultInstance();
  private Event purchase = Event.getDefaultInstance();

  Journey(S site, ShopData shop) {
    this.site = site;
    this.shop = shop;
    this.storefront = new Storefront(site.rest());
    this.shopper = Shopper.of(shop);
  }

  @AfterAll
  void end() {
    storefront.close();
    site.close();
  }

  @Test
  @Order(1)
  void theGatewayTellsThatItIsHealthyAndWhatItAnswers() {
    assertThat(
            Eventually.get(() -> storefront.get("/health"), health -> health.statusCode() == 200)
                .statusCode())
        .isEqualTo(200);
    assertThat(storefront.get("/openapi.json").body())
        .contains(
            "/v1/stores/{store}/customers/{customer}",
            "/v1/stores/{store}/customers/{customer}/value",
            "/v1/stores/{store}/customers/{customer}/recommendations",
            "/v1/stores/{store}/products/{product}",
            "/v1/stores/{store}/events:write");
  }

  @Test
  @Order(2)
  void productsAndEventsAreImported() {
    ImportProductsResponse products =
        Storefront.read(
            storefront.stream(
                STORE + "/products:import",
                shop.products()
                    .map(product -> ImportProductsRequest.newBuilder().setProduct(product))),
            ImportProductsResponse.getDefaultInstance());
    assertThat(products.getRejectionsList()).isEmpty();
    assertThat(products.getWrittenCount()).isEqualTo(shop.productCount());

    try (Stream<Event> events = shop.events()) {
      ImportEventsResponse imported =
          Storefront.read(
              storefront.stream(
                  STORE + "/events:import",
                  events.map(event -> ImportEventsRequest.newBuilder().setEvent(event))),
              ImportEventsResponse.getDefaultInstance());
      assertThat(imported.getRejectionsList()).isEmpty();
      assertThat(imported.getDuplicateCount()).isZero();
      assertThat(imported.getWrittenCount()).isEqualTo(shopper.eventsOfAll());
    }
  }

  @Test
  @Order(3)
  void importingTheSameAgainChangesNothing() {
    try (Stream<Event> events = shop.events()) {
      ImportEventsResponse again =
          Storefront.read(
              storefront.stream(
                  STORE + "/events:import",
                  events.limit(500).map(event -> ImportEventsRequest.newBuilder().setEvent(event))),
              ImportEventsResponse.getDefaultInstance());
      assertThat(again.getDuplicateCount()).isEqualTo(500);
      assertThat(again.getWrittenCount()).isZero();
    }
  }

  @Test
  @Order(4)
  void whatTheCustomerDidIsCounted() {
    Customer customer = storefront.customer(shopper.id());
    assertThat(customer.getActivity().getOrderCount()).isEqualTo(shopper.orders());
    assertThat(Amount.of(customer.getActivity().getRevenue()).value())
        .isEqualByComparingTo(shopper.revenue());
  }

  @Test
  @Order(5)
  void theModelsLearn() {
    Training started =
        Storefront.read(
            storefront.post(STORE + "/recommenders:train", "{}"), Training.getDefaultInstance());
    Training ended =
        Eventually.get(
            () ->
                Storefront.read(
                    storefront.get("/v1/" + started.getName()), Training.getDefaultInstance()),
            training -> training.getState() != Training.State.STATE_RUNNING);
    assertThat(ended.getState()).isEqualTo(Training.State.STATE_SUCCEEDED);

    ValueModel model =
        Storefront.read(
            storefront.post(STORE + "/valueModel:fit", "{}"), ValueModel.getDefaultInstance());
    assertThat(model.getCustomerCount()).isEqualTo(shopper.buyersOfAll());
    assertThat(model.getPurchaseModels(0).getParameters(0).getValue()).isPositive();
  }

  @Test
  @Order(6)
  void theCustomersWorthIsTold() {
    worth = storefront.value(shopper.id());

    assertThat(worth.getOrderCount()).isEqualTo(shopper.orders());
    assertThat(Amount.of(worth.getRevenue()).value()).isEqualByComparingTo(shopper.revenue());
    assertThat(worth.getContributionRate())
        .isCloseTo(
            shopper.revenue().doubleValue() / shopper.revenueOfAll().doubleValue(), within(1e-9));
    assertThat(worth.getTier()).isEqualTo(Tier.TIER_HIGH);
    assertThat(worth.getStrategy()).isNotBlank();
    assertThat(worth.getActiveProbability()).isBetween(0.0, 1.0);
    assertThat(worth.getExpectedPurchases()).isPositive();
    assertThat(Amount.of(worth.getLifetimeValue()).value()).isPositive();
    assertThat(worth.getHorizonDays()).isEqualTo(365);
    assertThat(storefront.get(STORE + "/customers/" + shopper.id() + "/value").body())
        .contains("\"averageOrderValue\"", "\"contributionRate\"", "\"recencyDays\"", "\"tier\"");
  }

  @Test
  @Order(6)
  void theCustomersAreGroupedAndTheirGroupsExplained() {
    assertThat(storefront.get(STORE + "/segments/tier:high").body()).contains("\"customerCount\"");
    assertThat(storefront.get(STORE + "/segments/tier:high/explanation").body())
        .contains("\"accuracy\"");
    assertThat(
            storefront
                .post(
                    STORE + "/segments:cluster",
                    "{\"clusteringId\": \"pace\", \"clusterCount\": 3}")
                .body())
        .contains("cluster:pace:1", "\"silhouette\"");
    assertThat(storefront.get(STORE + "/values?tier=TIER_HIGH&pageSize=2").body())
        .contains("\"nextPageToken\"", "tier:high");
    assertThat(storefront.get(STORE + "/valueSummary").body()).contains("stage:churned");
  }

  @Test
  @Order(7)
  void recommendationsComeWithReasonsThatAddUpToTheScore() {
    before =
        Eventually.get(
            () -> storefront.forCustomer(shopper.id(), ALL),
            answer -> answer.getMissingCount() == 0);

    assertThat(before.getRecommendationsCount()).isGreaterThanOrEqualTo(10);
    assertThat(before.getAttributionToken()).isNotEmpty();
    assertThat(before.getRecommendationsList())
        .allSatisfy(
            one -> {
              assertThat(one.getTitle()).isNotBlank();
              assertThat(one.hasPrice()).isTrue();
              assertThat(one.getReasonsList()).isNotEmpty();
              assertThat(one.getReasonsList()).allMatch(reason -> !reason.getText().isBlank());
              assertThat(one.getReasonsList().stream().mapToDouble(Reason::getContribution).sum())
                  .isCloseTo(one.getScore(), within(1e-6));
            });
    assertThat(placedByScore(before))
        .isSortedAccordingTo((a, b) -> Double.compare(b.getScore(), a.getScore()));
    assertThat(names(before)).doesNotContainAnyElementsOf(shopper.bought(PRODUCTS));
  }

  /** What does not stand at a place that is kept for what hardly anybody has bought. */
  private static List<Recommendation> placedByScore(RecommendResponse answer) {
    return answer.getRecommendationsList().stream()
        .filter(one -> one.getExploration().isEmpty())
        .toList();
  }

  @Test
  @Order(8)
  void whatIsBoughtIsGoneAndItsCompanionsHaveRisen() {
    Recommendation first = before.getRecommendations(0);
    purchase =
        Event.newBuilder()
            .setId("journey-1")
            .setCustomer(shopper.id())
            .setEventTime(Timestamp.newBuilder().setSeconds(shopper.newestOfAll() + 1))
            .setPurchase(
                Purchase.newBuilder()
                    .setOrder("journey-1")
                    .addLines(
                        LineItem.newBuilder()
                            .setProduct(first.getProduct())
                            .setQuantity(2)
                            .setUnitPrice(first.getPrice())))
            .setAttributionToken(before.getAttributionToken())
            .build();
    assertThat(storefront.write(purchase).getResultsList())
        .extracting(WriteResult::getOutcome)
        .containsExactly(Outcome.OUTCOME_WRITTEN);

    RecommendResponse after =
        Eventually.get(
            () -> storefront.forCustomer(shopper.id(), ALL),
            answer -> answer.getMissingCount() == 0 && !names(answer).contains(first.getProduct()));

    Map<String, Integer> placesBefore = places(before);
    Map<String, Integer> placesAfter = places(after);
    Set<String> companions = companionsOf(first.getProduct());
    companions.retainAll(placesAfter.keySet());
    assertThat(companions).as("companions that can still be bought").isNotEmpty();
    assertThat(companions)
        .as("rose by more than the one place that the bought product left")
        .anyMatch(
            companion ->
                placesAfter.getOrDefault(companion, ALL + 1)
                    < placesBefore.getOrDefault(companion, ALL + 1) - 1);
    assertThat(after.getRecommendationsList())
        .as("named as the reason")
        .anyMatch(
            one ->
                companions.contains(one.getProduct())
                    && one.getReasonsList().stream()
                        .flatMap(reason -> reason.getEvidenceList().stream())
                        .anyMatch(evidence -> evidence.getProduct().equals(first.getProduct())));
  }

  @Test
  @Order(9)
  void thePurchaseCountsInTheCustomersWorth() {
    CustomerValue after =
        Eventually.get(
            () -> storefront.value(shopper.id()),
            value -> value.getOrderCount() == worth.getOrderCount() + 1);

    BigDecimal price = Amount.of(before.getRecommendations(0).getPrice()).value();
    assertThat(Amount.of(after.getRevenue()).value())
        .isEqualByComparingTo(
            Amount.of(worth.getRevenue()).value().add(price.multiply(BigDecimal.TWO)));
    assertThat(after.getRecencyDays()).isLessThan(1e-3);
  }

  @Test
  @Order(10)
  void writingThePurchaseAgainChangesNothing() {
    assertThat(storefront.write(purchase).getResultsList())
        .extracting(WriteResult::getOutcome)
        .containsExactly(Outcome.OUTCOME_DUPLICATE);
    assertThat(storefront.value(shopper.id()).getOrderCount()).isEqualTo(worth.getOrderCount() + 1);
  }

  @Test
  @Order(11)
  void aCustomerWhoWasNeverSeenGetsWhatIsPopular() {
    RecommendResponse answer =
        Eventually.get(
            () -> storefront.forCustomer("never-seen", 10), a -> a.getMissingCount() == 0);

    assertThat(answer.getRecommendationsCount()).isEqualTo(10);
    assertThat(
            placedByScore(answer).stream()
                .flatMap(one -> one.getReasonsList().stream())
                .map(Reason::getRecommender))
        .containsAnyOf("popular")
        .isSubsetOf("popular", "trending");
  }

  @Test
  @Order(12)
  void everyPlacementHasSomethingToShow() {
    String product = before.getRecommendations(0).getProduct().substring(PRODUCTS.length());
    for (String path :
        List.of(
            "/products/" + product + "/recommendations?placement=similar",
            "/products/" + product + "/recommendations?placement=bought-together",
            "/recommendations?placement=trending",
            "/recommendations?placement=bestsellers")) {
      assertThat(
              Eventually.get(() -> storefront.recommend(path), a -> a.getMissingCount() == 0)
                  .getRecommendationsList())
          .as(path)
          .isNotEmpty();
    }
  }

  @Test
  @Order(13)
  void mistakesAreToldByName() {
    assertThat(storefront.get(STORE + "/customers/nobody-at-all"))
        .satisfies(error(404, "NOT_FOUND", "nobody-at-all"));
    assertThat(storefront.get(STORE + "/recommendations?pagesize=3"))
        .satisfies(error(400, "INVALID_FIELD", "pagesize"));
    assertThat(storefront.get(STORE + "/recommendations?pageSize=three"))
        .satisfies(error(400, "INVALID_FIELD", "pageSize"));
    assertThat(storefront.post(STORE + "/events:write", "{\"evnets\": []}"))
        .satisfies(error(400, "INVALID_FIELD", "evnets"));
    assertThat(storefront.post(STORE + "/events:write", "{\"events\": [{\"purchase\": 7}]}"))
        .satisfies(error(400, "INVALID_FIELD", "purchase"));
    assertThat(storefront.get("/v1/nothing"))
        .satisfies(response -> assertThat(response.statusCode()).isEqualTo(404));
  }

  @Test
  @Order(14)
  void theSameIsAnsweredOverGrpc() throws Exception {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(site.grpc()).usePlaintext().build();
    try {
      assertThat(servicesTold(channel))
          .contains(
              "shelfwise.event.v1.EventService",
              "shelfwise.customer.v1.CustomerService",
              "shelfwise.product.v1.ProductService",
              "shelfwise.value.v1.ValueService",
              "shelfwise.recommendation.v1.RecommendationService",
              "grpc.health.v1.Health");
      RecommendRequest request =
          RecommendRequest.newBuilder()
              .setParent("stores/demo/customers/" + shopper.id())
              .setPageSize(5)
              .build();
      RecommendResponse overGrpc =
          Eventually.get(
              () -> RecommendationServiceGrpc.newBlockingStub(channel).recommend(request),
              answer -> answer.getMissingCount() == 0);
      RecommendResponse overRest =
          Eventually.get(
              () -> storefront.forCustomer(shopper.id(), 5), a -> a.getMissingCount() == 0);
      assertThat(names(overGrpc)).isEqualTo(names(overRest));
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  @Order(15)
  void everyProcessCountsWhatItDoes() {
    for (URI management : site.management()) {
      try (Storefront process = new Storefront(management)) {
        assertThat(process.get("/prometheus").body())
            .as("metrics of " + management)
            .contains("jvm_memory_used_bytes");
        assertThat(process.get("/health").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  @Order(16)
  void withoutRedisWritersWaitAndReadersDoNot() {
    Event late = purchase.toBuilder().setId("journey-2").build();
    String body = "{\"events\": [" + Storefront.json(late) + "]}";
    site.redis().kill();

    assertThat(storefront.post(STORE + "/events:write", body))
        .satisfies(error(503, "UNAVAILABLE", ""));
    assertThat(storefront.forCustomer(shopper.id(), 10).getRecommendationsCount()).isEqualTo(10);

    site.redis().startAgain();
    assertThat(Eventually.answered(() -> storefront.write(late)).getResults(0).getOutcome())
        .isEqualTo(Outcome.OUTCOME_WRITTEN);
    Eventually.get(
        () -> storefront.value(shopper.id()),
        value -> value.getOrderCount() == worth.getOrderCount() + 2);
    assertThat(storefront.customer(shopper.id()).getActivity().getOrderCount())
        .isEqualTo(worth.getOrderCount() + 2);
  }

  private Set<String> companionsOf(String product) {
    String id = product.substring(PRODUCTS.length());
    return new HashSet<>(
        names(
            Eventually.get(
                () ->
                    storefront.recommend(
                        "/products/" + id + "/recommendations?placement=bought-together"),
                answer -> answer.getMissingCount() == 0)));
  }

  private static Consumer<HttpResponse<String>> error(int code, String reason, String named) {
    return response -> {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(code);
      assertThat(response.body()).contains("\"" + reason + "\"", named);
    };
  }

  private static List<String> servicesTold(ManagedChannel channel) throws Exception {
    BlockingClientCall<ServerReflectionRequest, ServerReflectionResponse> call =
        ServerReflectionGrpc.newBlockingV2Stub(channel)
            .withDeadlineAfter(20, TimeUnit.SECONDS)
            .serverReflectionInfo();
    call.write(ServerReflectionRequest.newBuilder().setListServices("").build());
    call.halfClose();
    return call.read().getListServicesResponse().getServiceList().stream()
        .map(ServiceResponse::getName)
        .toList();
  }

  private static List<String> names(RecommendResponse answer) {
    return answer.getRecommendationsList().stream().map(Recommendation::getProduct).toList();
  }

  /** The place of each product in an answer, from 1. */
  private static Map<String, Integer> places(RecommendResponse answer) {
    List<String> names = names(answer);
    return IntStream.range(0, names.size())
        .boxed()
        .collect(Collectors.toMap(names::get, place -> place + 1));
  }
}
