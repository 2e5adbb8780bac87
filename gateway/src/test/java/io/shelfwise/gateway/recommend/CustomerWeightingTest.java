package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.PRODUCT;
import static io.shelfwise.gateway.recommend.FakeRecommenders.candidate;
import static io.shelfwise.gateway.recommend.FakeRecommenders.list;
import static io.shelfwise.gateway.recommend.FakeRecommenders.response;
import static io.shelfwise.gateway.recommend.GatewayForTests.CUSTOMER;
import static io.shelfwise.gateway.recommend.GatewayForTests.LONG;
import static io.shelfwise.gateway.recommend.GatewayForTests.SOON;
import static io.shelfwise.gateway.recommend.GatewayForTests.about;
import static io.shelfwise.gateway.recommend.GatewayForTests.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.CategoryFamiliarity;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Lifecycle;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which weights count for whom, and what speaks besides the recommenders. */
class CustomerWeightingTest {
  private final GatewayForTests gateway = new GatewayForTests();
  private final FakeRecommenders recommenders = gateway.recommenders;
  private final FakeValues values = gateway.values;

  @AfterEach
  void close() {
    gateway.close();
  }

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
  void whoHasALongHistoryHasTheWeightsForIt() {
    customerIsIn("tier:high");
    recommenders.answer(
        request ->
            FakeRecommenders.response(
                    list("co-occurrence", candidate(7, 1)), list("user-knn", candidate(8, 1)))
                .setHistoryCount(request.getCustomer().equals(CUSTOMER) ? 50 : 49)
                .build());

    assertThat(gateway.recommend(about(CUSTOMER).build()).getAppliedWeighting()).isEqualTo("known");
    assertThat(gateway.recommend(about(CUSTOMER + "-2").build()).getAppliedWeighting()).isEmpty();
  }

  @Test
  void allWhoMayHaveASayAreAskedBeforeItIsKnownWhoHas() {
    gateway.recommend(about(CUSTOMER).build());
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactly("co-occurrence", "content", "popular", "user-knn");
  }

  @Test
  void withoutTheValueThePlacementsWeightsCount() {
    values.answer(() -> gateway.untilItCloses(CustomerValue.getDefaultInstance()));
    recommenders.answer(list("co-occurrence", candidate(7, 1)), list("content", candidate(8, 1)));
    RecommendResponse answer = gateway.within(LONG, SOON).recommend(about(CUSTOMER).build());

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
                    list("co-occurrence", candidate(10, 1)))
                .build());
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
                    Map.of(7, in("Kitchen"), 8, in("Garden"), 9, in("")),
                    list("content", candidate(7, 10), candidate(8, 9), candidate(9, 8)))
                .addFamiliarities(familiarity("Kitchen", 0.75))
                .addFamiliarities(familiarity("Garden", 0.25))
                .build());
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
            withProducts(Map.of(8, margin(0.4)), list("content", candidate(7, 2), candidate(8, 1)))
                .build());
    RecommendResponse answer =
        gateway.recommend(about(CUSTOMER).putWeights("content", 1).putWeights("margin", 1).build());

    assertThat(products(answer)).containsExactly(PRODUCT + 8, PRODUCT + 7);
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactly("content", "popular");
  }

  private static ProposeCandidatesResponse.Builder withProducts(
      Map<Integer, CandidateProduct.Builder> products, CandidateList... lists) {
    ProposeCandidatesResponse.Builder response = response(lists);
    products.forEach(
        (index, product) -> response.setProducts(index, product.setName(PRODUCT + index)));
    return response;
  }

  private static CandidateProduct.Builder margin(double margin) {
    return CandidateProduct.newBuilder().setMargin(margin);
  }

  private static CandidateProduct.Builder in(String category) {
    return CandidateProduct.newBuilder().setCategory(category);
  }

  private static CategoryFamiliarity familiarity(String category, double familiarity) {
    return CategoryFamiliarity.newBuilder()
        .setCategory(category)
        .setFamiliarity(familiarity)
        .build();
  }
}
