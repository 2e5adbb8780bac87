package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.PRODUCT;
import static io.shelfwise.gateway.recommend.FakeRecommenders.candidate;
import static io.shelfwise.gateway.recommend.FakeRecommenders.list;
import static io.shelfwise.gateway.recommend.FakeRecommenders.popular;
import static io.shelfwise.gateway.recommend.FakeRecommenders.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.gateway.rules.Weighting;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Lifecycle;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecommendationEndpointTest {
  private static final String CUSTOMER = "stores/demo/customers/17850";
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration BESTSELLERS_KEPT = Duration.ofHours(1);

  private static final List<Weighting> WEIGHTINGS =
      List.of(
          weighting("begun", Set.of("stage:acquisition"), Map.of("content", 1.0, "discovery", 1.0)),
          weighting(
              "kept", Set.of("tier:high", "loyalty:loyal"), Map.of("content", 1.0, "margin", 3.0)),
          weighting("loyal", Set.of("loyalty:loyal"), Map.of("content", 1.0)));

  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final FakeRecommenders recommenders = new FakeRecommenders();
  private final FakeValues values = new FakeValues();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final CountDownLatch never = new CountDownLatch(1);
  private Instant now = Instant.parse("2011-12-09T12:00:00Z");

  private final Attribution attribution =
      new Attribution(
          "a secret that is long enough to be one".getBytes(StandardCharsets.UTF_8), () -> now);
  private final RecommendationServiceBlockingStub gateway =
      gateway(neighbourhood.serve(recommenders), neighbourhood.serve(values), LONG);

  private RecommendationServiceBlockingStub gateway(
      Channel recommend, Channel value, Duration deadline) {
    RecommendSettings settings = new RecommendSettings(100, deadline, deadline, BESTSELLERS_KEPT);
    return RecommendationServiceGrpc.newBlockingStub(
        neighbourhood.serve(
            new RecommendationEndpoint(
                placements(),
                new Recommendations(
                    new Inquiry(recommend, value, settings),
                    new LastBestsellers(settings.bestsellersKept(), () -> now),
                    attribution,
                    meters),
                meters)));
  }

  private static Placements placements() {
    return new Placements(
        List.of(
            placement("for-you", Map.of("co-occurrence", 0.75, "user-knn", 0.25), true, false),
            placement("similar", Map.of("content", 1.0), false, true),
            placement("bestsellers", Map.of("popular", 1.0), false, false)));
  }

  private static Placement placement(
      String name, Map<String, Double> weights, boolean excludePurchased, boolean needsProducts) {
    return new Placement(
        name,
        Weights.of(weights),
        WEIGHTINGS,
        Weights.of(Map.of("popular", 1.0)),
        excludePurchased,
        needsProducts,
        0);
  }

  private static Weighting weighting(
      String name, Set<String> segments, Map<String, Double> weights) {
    return new Weighting(name, segments, Weights.of(weights));
  }

  @AfterEach
  void close() {
    never.countDown();
    neighbourhood.close();
  }

  private static RecommendRequest.Builder about(String parent) {
    return RecommendRequest.newBuilder().setParent(parent);
  }

  private static List<String> products(RecommendResponse answer) {
    return answer.getRecommendationsList().stream().map(Recommendation::getProduct).toList();
  }

  private static Evidence product(int product, double weight) {
    return Evidence.newBuilder()
        .setProduct(PRODUCT + product)
        .setTitle("Product " + product)
        .setWeight(weight)
        .build();
  }

  private static Evidence customers(long count, double weight) {
    return Evidence.newBuilder().setCustomerCount(count).setWeight(weight).build();
  }

  private <T> T untilTheTestEnds(T answer) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  // What is answered

  @Test
  void listsAreBlendedAndReasonsAddUp() {
    recommenders.answer(
        list("co-occurrence", candidate(7, 40, product(1, 30), product(2, 10)), candidate(8, 10)),
        list("user-knn", candidate(8, 2, customers(37, 2)), candidate(9, 1)));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(products(answer)).containsExactly(PRODUCT + 7, PRODUCT + 8, PRODUCT + 9);
    Recommendation second = answer.getRecommendations(1);
    assertThat(second.getTitle()).isEqualTo("Product 8");
    assertThat(second.getPrice().getUnits()).isEqualTo(8);
    assertThat(second.getScore()).isEqualTo(0.75 * 10 / 40 + 0.25 * 2 / 2, within(1e-12));
    assertThat(second.getReasonsList())
        .extracting(Reason::getRecommender)
        .containsExactly("user-knn", "co-occurrence");
    assertThat(second.getReasonsList().stream().mapToDouble(Reason::getContribution).sum())
        .isEqualTo(second.getScore(), within(1e-12));
    assertThat(answer.getPlacement()).isEqualTo("for-you");
    assertThat(answer.getTier()).isEqualTo(Tier.TIER_HIGH);
    assertThat(answer.getMissingList()).isEmpty();
  }

  @Test
  void evidenceCountsInTheUnitOfItsReason() {
    recommenders.answer(list("co-occurrence", candidate(7, 40, product(1, 30), product(2, 10))));
    Reason reason = gateway.recommend(about(CUSTOMER).build()).getRecommendations(0).getReasons(0);

    assertThat(reason.getText()).isEqualTo("Often bought together with Product 1 and Product 2");
    assertThat(reason.getEvidenceList())
        .extracting(io.shelfwise.recommendation.v1.Evidence::getProduct)
        .containsExactly(PRODUCT + 1, PRODUCT + 2);
    assertThat(reason.getEvidence(0).getContribution()).isEqualTo(0.75 * 30 / 40, within(1e-12));
    assertThat(reason.getEvidence(1).getContribution()).isEqualTo(0.75 * 10 / 40, within(1e-12));
  }

  @Test
  void productsThatEvidenceTellsByIndexAreNamed() {
    Evidence seen = Evidence.newBuilder().setProductIndex(1).setWeight(3).build();
    recommenders.answer(
        request ->
            FakeRecommenders.response(list("co-occurrence", candidate(7, 3, seen)))
                .addEvidenceProducts(EvidenceProduct.newBuilder().setName("other"))
                .addEvidenceProducts(
                    EvidenceProduct.newBuilder().setName(PRODUCT + 9).setTitle("Product 9"))
                .build());

    var evidence =
        gateway
            .recommend(RecommendRequest.newBuilder().setParent(CUSTOMER).build())
            .getRecommendations(0)
            .getReasons(0)
            .getEvidence(0);

    assertThat(recommenders.asked.getFirst().getEvidenceByIndex()).isTrue();
    assertThat(evidence.getProduct()).isEqualTo(PRODUCT + 9);
    assertThat(evidence.getTitle()).isEqualTo("Product 9");
  }

  @Test
  void aFilterIsPassedOnAndBelongsToThePages() {
    recommenders.answer(popular(0, 50));
    RecommendRequest request =
        RecommendRequest.newBuilder().setParent(CUSTOMER).setFilter("price < 20").build();

    String next = gateway.recommend(request).getNextPageToken();

    assertThat(recommenders.asked.getFirst().getFilter()).isEqualTo("price < 20");
    RecommendRequest other = request.toBuilder().setFilter("price < 30").setPageToken(next).build();
    assertThat(
            catchThrowableOfType(StatusRuntimeException.class, () -> gateway.recommend(other))
                .getStatus()
                .getDescription())
        .isEqualTo("page_token must be the next_page_token of an answer to the same question");
  }

  @Test
  void weightsOfTheRequestStandInPlaceOfThePlacements() {
    recommenders.answer(
        list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)), popular(9, 10));
    RecommendResponse answer =
        gateway.recommend(
            about(CUSTOMER).putWeights("content", 3).putWeights("co-occurrence", 1).build());

    assertThat(products(answer)).startsWith(PRODUCT + 8, PRODUCT + 7);
    assertThat(answer.getRecommendations(0).getScore()).isEqualTo(3.0 / (3 + 1), within(1e-12));
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactlyInAnyOrder("co-occurrence", "content", "popular");
  }

  @Test
  void aNewCustomerGetsWhatIsPopular() {
    values.answer(
        () -> {
          throw ApiException.notFound(CUSTOMER + "/value");
        });
    recommenders.answer(list("co-occurrence"), list("user-knn"), popular(0, 50));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(answer.getRecommendationsCount()).isEqualTo(10);
    assertThat(answer.getRecommendations(0).getReasons(0).getText())
        .isEqualTo("Bought by 1000 customers");
    assertThat(answer.getTier()).isEqualTo(Tier.TIER_UNSPECIFIED);
    assertThat(answer.getMissingList()).isEmpty();
  }

  @Test
  void aShortAnswerIsFilledUpWithWhatIsPopular() {
    recommenders.answer(list("co-occurrence", candidate(7, 1), candidate(0, 0.5)), popular(0, 5));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(products(answer))
        .containsExactly(
            PRODUCT + 7, PRODUCT + 0, PRODUCT + 1, PRODUCT + 2, PRODUCT + 3, PRODUCT + 4);
    assertThat(answer.getRecommendations(2).getReasonsList())
        .extracting(Reason::getText)
        .containsExactly("Bought by 999 customers");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    recommenders.answer(popular(0, 120));
    List<String> shown = new ArrayList<>();
    String page = "";
    do {
      RecommendResponse answer =
          gateway.recommend(about("stores/demo").setPageSize(30).setPageToken(page).build());
      shown.addAll(products(answer));
      page = answer.getNextPageToken();
    } while (!page.isEmpty());

    assertThat(shown).hasSize(Question.MOST_ANSWERED).doesNotHaveDuplicates();
    assertThat(shown).startsWith(PRODUCT + 0).endsWith(PRODUCT + 99);
  }

  @Test
  void theTokenSaysWhatWasShown() {
    recommenders.answer(popular(0, 120));
    RecommendResponse answer = gateway.recommend(about("stores/demo").setPageSize(3).build());

    var shown = attribution.read(answer.getAttributionToken()).orElseThrow();
    assertThat(shown.store()).isEqualTo("stores/demo");
    assertThat(shown.placement()).isEqualTo("bestsellers");
    assertThat(shown.placeOf(PRODUCT + 2)).contains(2);
    assertThat(shown.placeOf(PRODUCT + 3)).isEmpty();
  }

  // Whom it is for

  private void customerIsIn(String... segments) {
    values.answer(() -> CustomerValue.newBuilder().addAllSegments(List.of(segments)).build());
  }

  @Test
  void theCustomersTierStageAndSegmentsAreTold() {
    values.answer(
        () ->
            CustomerValue.newBuilder()
                .setTier(Tier.TIER_LOW)
                .setLifecycle(Lifecycle.newBuilder().setStage(Stage.STAGE_GROWTH))
                .addSegments("tier:low")
                .addSegments("stage:growth")
                .build());
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(answer.getTier()).isEqualTo(Tier.TIER_LOW);
    assertThat(answer.getStage()).isEqualTo(Stage.STAGE_GROWTH);
    assertThat(answer.getSegmentsList()).containsExactly("tier:low", "stage:growth");
  }

  @Test
  void theFirstWeightingThatIsForTheCustomerCounts() {
    customerIsIn("loyalty:loyal", "tier:high", "rfm:champions");
    recommenders.answer(list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(answer.getAppliedWeighting()).isEqualTo("kept");
    assertThat(answer.getAppliedWeightsMap())
        .containsExactlyInAnyOrderEntriesOf(Map.of("content", 1.0 / 4, "margin", 3.0 / 4));
    assertThat(products(answer)).containsExactly(PRODUCT + 8);
  }

  @Test
  void whoIsInNoSegmentOfAWeightingGetsThePlacementsWeights() {
    customerIsIn("tier:high", "stage:growth");
    recommenders.answer(list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(answer.getAppliedWeighting()).isEmpty();
    assertThat(answer.getAppliedWeightsMap())
        .containsExactlyInAnyOrderEntriesOf(Map.of("co-occurrence", 0.75, "user-knn", 0.25));
    assertThat(products(answer)).containsExactly(PRODUCT + 7);
  }

  @Test
  void allWhoMayHaveASayAreAskedBeforeItIsKnownWhoHas() {
    gateway.recommend(about(CUSTOMER).build());
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactly("co-occurrence", "content", "popular", "user-knn");
  }

  @Test
  void withoutTheValueThePlacementsWeightsCount() {
    values.answer(() -> untilTheTestEnds(CustomerValue.getDefaultInstance()));
    recommenders.answer(list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)));
    RecommendResponse answer =
        gateway(neighbourhood.serve(recommenders), neighbourhood.serve(values), SOON)
            .recommend(about(CUSTOMER).build());

    assertThat(answer.getMissingList()).containsExactly("value-service");
    assertThat(answer.getAppliedWeighting()).isEmpty();
    assertThat(products(answer)).containsExactly(PRODUCT + 7);
  }

  @Test
  void weightsOfTheRequestStandInPlaceOfWeightingsToo() {
    customerIsIn("loyalty:loyal");
    recommenders.answer(list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)));
    RecommendResponse answer =
        gateway.recommend(about(CUSTOMER).putWeights("co-occurrence", 2).build());

    assertThat(answer.getAppliedWeighting()).isEmpty();
    assertThat(answer.getAppliedWeightsMap()).containsExactly(Map.entry("co-occurrence", 1.0));
    assertThat(products(answer)).containsExactly(PRODUCT + 7);
  }

  @Test
  void marginScoresWhatWasProposedAndIsAReasonThatAddsUp() {
    customerIsIn("loyalty:loyal", "tier:high");
    recommenders.answer(
        request ->
            withProducts(
                Map.of(7, margin(0.1), 8, margin(0.4), 9, margin(0), 10, margin(0.9)),
                list("content", candidate(7, 8), candidate(8, 4), candidate(9, 2)),
                list("co-occurrence", candidate(10, 1))));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    // Product 10 leaves most, but no one who counts proposes it.
    assertThat(products(answer)).containsExactly(PRODUCT + 8, PRODUCT + 7, PRODUCT + 9);
    Recommendation first = answer.getRecommendations(0);
    assertThat(first.getReasonsList())
        .extracting(Reason::getRecommender)
        .containsExactly("margin", "content");
    assertThat(first.getReasons(0).getContribution()).isEqualTo(0.75 * 0.4 / 0.4, within(1e-12));
    assertThat(first.getReasons(1).getContribution()).isEqualTo(0.25 * 4 / 8, within(1e-12));
    assertThat(first.getReasons(0).getText()).isEqualTo("A choice of the shop");
    assertThat(first.getReasons(0).getEvidenceList()).isEmpty();
    assertThat(answer.getRecommendations(1).getScore())
        .isEqualTo(0.75 * 0.1 / 0.4 + 0.25 * 8 / 8, within(1e-12));
    assertThat(answer.getRecommendations(2).getReasonsList())
        .extracting(Reason::getRecommender)
        .containsExactly("content");
  }

  @Test
  void discoverySpeaksForWhatTheCustomerHasNotMet() {
    customerIsIn("stage:acquisition");
    recommenders.answer(
        request ->
            withProducts(
                Map.of(
                    7, familiarity(0.75), 8, familiarity(0.25), 9, CandidateProduct.newBuilder()),
                list("content", candidate(7, 10), candidate(8, 9), candidate(9, 8))));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());

    assertThat(products(answer)).containsExactly(PRODUCT + 8, PRODUCT + 7, PRODUCT + 9);
    assertThat(answer.getRecommendations(0).getScore())
        .isEqualTo(0.5 * 9 / 10 + 0.5 * (1 - 0.25) / (1 - 0.25), within(1e-12));
    assertThat(answer.getRecommendations(0).getReasons(0).getText())
        .isEqualTo("Something new for you: Garden");
    assertThat(answer.getRecommendations(1).getScore())
        .isEqualTo(0.5 * 10 / 10 + 0.5 * (1 - 0.75) / (1 - 0.25), within(1e-12));
    assertThat(answer.getRecommendations(2).getScore()).isEqualTo(0.5 * 8 / 10, within(1e-12));
  }

  @Test
  void aRequestMayWeighScorersToo() {
    recommenders.answer(
        request ->
            withProducts(
                Map.of(8, margin(0.4)), list("content", candidate(7, 2), candidate(8, 1))));
    RecommendResponse answer =
        gateway.recommend(about(CUSTOMER).putWeights("content", 1).putWeights("margin", 1).build());

    assertThat(products(answer)).containsExactly(PRODUCT + 8, PRODUCT + 7);
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactly("content", "popular");
  }

  private static ProposeCandidatesResponse withProducts(
      Map<Integer, CandidateProduct.Builder> products, CandidateList... lists) {
    ProposeCandidatesResponse.Builder response = response(lists);
    products.forEach(
        (index, product) ->
            response.setProducts(index, product.setName(PRODUCT + index).setCategory("Garden")));
    return response.build();
  }

  private static CandidateProduct.Builder margin(double margin) {
    return CandidateProduct.newBuilder().setMargin(margin);
  }

  private static CandidateProduct.Builder familiarity(double familiarity) {
    return CandidateProduct.newBuilder().setFamiliarity(familiarity);
  }

  // What is asked

  @Test
  void aCustomersHistorySpeaksAndPurchasesAreLeftOutWhereThePlacementSaysSo() {
    gateway.recommend(
        about(CUSTOMER).addExcludedProducts("p3").addExcludedProducts(PRODUCT + 4).build());
    var asked = recommenders.asked.getFirst();
    assertThat(asked.getParent()).isEqualTo("stores/demo");
    assertThat(asked.getCustomer()).isEqualTo(CUSTOMER);
    assertThat(asked.getProductsList()).isEmpty();
    assertThat(asked.getExcludedProductsList()).containsExactly(PRODUCT + 3, PRODUCT + 4);
    assertThat(asked.getExcludePurchased()).isTrue();
    assertThat(asked.getCandidateCount()).isEqualTo(100);
    assertThat(values.asked).containsExactly(CUSTOMER + "/value");
  }

  @Test
  void aPagesProductSpeaksFirstAndACustomerMayBeTold() {
    gateway.recommend(about(PRODUCT + 1).setCustomer("17850").addProducts("p2").build());
    var asked = recommenders.asked.getFirst();
    assertThat(asked.getProductsList()).containsExactly(PRODUCT + 1, PRODUCT + 2);
    assertThat(asked.getCustomer()).isEqualTo(CUSTOMER);
    assertThat(asked.getExcludePurchased()).isFalse();
  }

  @Test
  void withoutACustomerNoValueIsAskedFor() {
    RecommendResponse answer = gateway.recommend(about("stores/demo").build());
    assertThat(values.asked).isEmpty();
    assertThat(answer.getMissingList()).isEmpty();
  }

  // What is away

  @Test
  void aRecommenderThatIsMissingIsNamed() {
    recommenders.answer(
        request -> response(list("co-occurrence", candidate(7, 1))).addMissing("user-knn").build());
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("user-knn");
    assertThat(meters.counter("shelfwise.gateway.missing", "part", "user-knn").count())
        .isEqualTo(1);
    assertThat(products(answer)).containsExactly(PRODUCT + 7);
  }

  @Test
  void aLateValueServiceIsNamedAndTheRestAnswers() {
    values.answer(() -> untilTheTestEnds(CustomerValue.getDefaultInstance()));
    recommenders.answer(popular(0, 3));
    RecommendResponse answer =
        gateway(neighbourhood.serve(recommenders), neighbourhood.serve(values), SOON)
            .recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("value-service");
    assertThat(answer.getRecommendationsCount()).isEqualTo(3);
  }

  @Test
  void aBrokenValueServiceIsNamedAndTheRestAnswers() {
    values.answer(
        () -> {
          throw ApiException.unavailable("value");
        });
    recommenders.answer(popular(0, 3));
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("value-service");
    assertThat(answer.getRecommendationsCount()).isEqualTo(3);
  }

  @Test
  void aLateRecommendServiceIsNamedAndTheTierIsStillTold() {
    recommenders.answer(request -> untilTheTestEnds(response().build()));
    RecommendResponse answer =
        gateway(neighbourhood.serve(recommenders), neighbourhood.serve(values), SOON)
            .recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("recommend-service");
    assertThat(answer.getRecommendationsList()).isEmpty();
    assertThat(answer.getTier()).isEqualTo(Tier.TIER_HIGH);
    assertThat(answer.getAttributionToken()).isNotEmpty();
  }

  @Test
  void whenNobodyIsThereTheAnswerNamesThemAll() {
    RecommendResponse answer =
        gateway(neighbourhood.nobody(), neighbourhood.nobody(), LONG)
            .recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList())
        .containsExactlyInAnyOrder("recommend-service", "value-service");
    assertThat(answer.getRecommendationsList()).isEmpty();
  }

  @Test
  void theLastKnownBestsellersStandInUntilTheyAreTooOld() {
    recommenders.answer(popular(0, 5));
    gateway.recommend(about("stores/demo").build());
    recommenders.answer(
        request -> {
          throw ApiException.unavailable("index");
        });

    RecommendRequest request = about(CUSTOMER).addExcludedProducts("p0").build();
    RecommendResponse standIn = gateway.recommend(request);
    assertThat(standIn.getMissingList()).containsExactly("recommend-service");
    assertThat(products(standIn))
        .containsExactly(PRODUCT + 1, PRODUCT + 2, PRODUCT + 3, PRODUCT + 4);

    now = now.plus(BESTSELLERS_KEPT);
    assertThat(gateway.recommend(request).getRecommendationsList()).isEmpty();
  }

  @Test
  void anEmptyAnswerDoesNotReplaceTheLastKnownBestsellers() {
    recommenders.answer(popular(0, 5));
    gateway.recommend(about("stores/demo").build());
    now = now.plusSeconds(10);
    recommenders.answer(popular(0, 0));
    gateway.recommend(about("stores/demo").build());
    recommenders.answer(
        request -> {
          throw ApiException.unavailable("index");
        });

    assertThat(gateway.recommend(about("stores/demo").build()).getRecommendationsList()).hasSize(5);
  }

  @Test
  void whatWasProposedToACustomerNeverStandsIn() {
    recommenders.answer(popular(0, 5));
    gateway.recommend(about(CUSTOMER).build());
    recommenders.answer(
        request -> {
          throw ApiException.unavailable("index");
        });
    assertThat(gateway.recommend(about("stores/demo").build()).getRecommendationsList()).isEmpty();
  }

  // What is refused

  private void assertRefused(RecommendRequest.Builder request, String field, String rule) {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> gateway.recommend(request.build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap())
        .containsEntry("field", field)
        .hasEntrySatisfying("rule", told -> assertThat(told).startsWith(rule));
    assertThat(recommenders.asked).isEmpty();
  }

  private static ErrorInfo info(StatusRuntimeException refusal) {
    try {
      return Objects.requireNonNull(StatusProto.fromThrowable(refusal))
          .getDetails(0)
          .unpack(ErrorInfo.class);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anUnknownPlacementIsRefusedAndTheKnownOnesAreTold() {
    assertRefused(
        about(CUSTOMER).setPlacement("cellar"),
        "placement",
        "be one of bestsellers, for-you, similar");
  }

  @Test
  void aParentThatIsNeitherCustomerNorProductNorStoreIsRefused() {
    assertRefused(
        about("stores/demo/orders/1"), "parent", "be stores/{store}/customers/{customer}, ");
    assertRefused(about(""), "parent", "be ");
    assertRefused(about("stores/de mo"), "parent", "be ");
  }

  @Test
  void namesOfAnotherStoreAreRefused() {
    assertRefused(
        about("stores/demo").setCustomer("stores/other/customers/1"),
        "customer",
        "be stores/{store}/customers/{customer} of the parent's store");
    assertRefused(about(CUSTOMER).addProducts("stores/other/products/1"), "products", "be ");
    assertRefused(about(CUSTOMER).addExcludedProducts("a/b"), "excluded_products", "be ");
  }

  @Test
  void anotherCustomerThanTheParentIsRefused() {
    assertRefused(about(CUSTOMER).setCustomer("12345"), "customer", "be absent or ");
    gateway.recommend(about(CUSTOMER).setCustomer("17850").build());
  }

  @Test
  void aPlacementThatNeedsProductsIsRefusedWithoutAny() {
    assertRefused(
        about("stores/demo").setPlacement("similar"), "products", "name at least one product");
    assertThat(
            gateway
                .recommend(about("stores/demo").setPlacement("similar").addProducts("p1").build())
                .getPlacement())
        .isEqualTo("similar");
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertRefused(about(CUSTOMER).putWeights("content", -1), "weights.content", "be at least 0");
    assertRefused(
        about(CUSTOMER).putWeights("content", 0), "weights", "have a recommender's that is more");
    assertRefused(
        about(CUSTOMER).putWeights("content", Double.NaN), "weights.content", "be at least 0");
    assertRefused(
        about(CUSTOMER).putWeights("margin", 1), "weights", "have a recommender's that is more");
  }

  @Test
  void tooMuchIsRefused() {
    assertRefused(about(CUSTOMER).setPageSize(101), "page_size", "be from 0 to 100");
    assertRefused(
        about(CUSTOMER).addAllProducts(java.util.Collections.nCopies(101, "p1")),
        "products",
        "have at most 100");
    assertRefused(
        about(CUSTOMER).addAllExcludedProducts(java.util.Collections.nCopies(1001, "p1")),
        "excluded_products",
        "have at most 1000");
  }

  @Test
  void aPageTokenOfAnotherQuestionIsRefused() {
    recommenders.answer(popular(0, 120));
    String token = gateway.recommend(about("stores/demo").build()).getNextPageToken();
    recommenders.asked.clear();
    assertRefused(about(CUSTOMER).setPageToken(token), "page_token", "be the next_page_token");
  }

  @Test
  void anUnknownRecommenderIsToldAsTheWeightThatNamesIt() {
    recommenders.answer(
        request -> {
          int place = request.getRecommendersList().indexOf("crystal-ball");
          throw ApiException.invalid("recommenders[" + place + "]", "be one of user-knn, popular");
        });
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> gateway.recommend(about(CUSTOMER).putWeights("crystal-ball", 1).build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap())
        .containsEntry("field", "weights.crystal-ball")
        .containsEntry("rule", "be one of user-knn, popular");
  }

  @Test
  void aMistakeThatOnlyRecommendServiceSeesIsToldAsItTellsIt() {
    recommenders.answer(
        request -> {
          throw ApiException.invalid("recommenders", "be known");
        });
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> gateway.recommend(about(CUSTOMER).putWeights("crystal-ball", 1).build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap()).containsEntry("rule", "be known");
  }
}
