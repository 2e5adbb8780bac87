package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.PRODUCT;
import static io.shelfwise.gateway.recommend.FakeRecommenders.candidate;
import static io.shelfwise.gateway.recommend.FakeRecommenders.customers;
import static io.shelfwise.gateway.recommend.FakeRecommenders.list;
import static io.shelfwise.gateway.recommend.FakeRecommenders.popular;
import static io.shelfwise.gateway.recommend.FakeRecommenders.product;
import static io.shelfwise.gateway.recommend.GatewayForTests.CUSTOMER;
import static io.shelfwise.gateway.recommend.GatewayForTests.about;
import static io.shelfwise.gateway.recommend.GatewayForTests.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.grpc.StatusRuntimeException;
import io.shelfwise.recommendation.v1.Evidence;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.v1.Tier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is answered, and what is asked for it. */
class RecommendationEndpointTest {
  private final GatewayForTests gateway = new GatewayForTests();
  private final FakeRecommenders recommenders = gateway.recommenders;
  private final FakeValues values = gateway.values;

  @AfterEach
  void close() {
    gateway.close();
  }

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

    assertThat(reason.getText())
        .isEqualTo("Often bought by customers interested in Product 1 and Product 2");
    assertThat(reason.getEvidenceList())
        .extracting(Evidence::getProduct)
        .containsExactly(PRODUCT + 1, PRODUCT + 2);
    assertThat(reason.getEvidence(0).getContribution()).isEqualTo(0.75 * 30 / 40, within(1e-12));
    assertThat(reason.getEvidence(1).getContribution()).isEqualTo(0.75 * 10 / 40, within(1e-12));
  }

  @Test
  void aFilterIsPassedOnAndBelongsToThePages() {
    recommenders.answer(popular(0, 50));
    RecommendRequest request = about(CUSTOMER).setFilter("price < 20").build();

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

    var shown = gateway.attribution.read(answer.getAttributionToken()).orElseThrow();
    assertThat(shown.store()).isEqualTo("stores/demo");
    assertThat(shown.placement()).isEqualTo("bestsellers");
    assertThat(shown.placeOf(PRODUCT + 2)).contains(2);
    assertThat(shown.placeOf(PRODUCT + 3)).isEmpty();
  }

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
}
