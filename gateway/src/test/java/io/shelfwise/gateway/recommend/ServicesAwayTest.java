package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.PRODUCT;
import static io.shelfwise.gateway.recommend.FakeRecommenders.candidate;
import static io.shelfwise.gateway.recommend.FakeRecommenders.list;
import static io.shelfwise.gateway.recommend.FakeRecommenders.popular;
import static io.shelfwise.gateway.recommend.FakeRecommenders.response;
import static io.shelfwise.gateway.recommend.GatewayForTests.CUSTOMER;
import static io.shelfwise.gateway.recommend.GatewayForTests.LONG;
import static io.shelfwise.gateway.recommend.GatewayForTests.SOON;
import static io.shelfwise.gateway.recommend.GatewayForTests.about;
import static io.shelfwise.gateway.recommend.GatewayForTests.products;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Tier;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer does not fail because a service is late or away: it names what is missing. */
class ServicesAwayTest {
  private final GatewayForTests gateway = new GatewayForTests();
  private final FakeRecommenders recommenders = gateway.recommenders;
  private final FakeValues values = gateway.values;

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aRecommenderThatIsMissingIsNamed() {
    recommenders.answer(
        request -> response(list("co-occurrence", candidate(7, 1))).addMissing("user-knn").build());
    RecommendResponse answer = gateway.recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("user-knn");
    assertThat(gateway.meters.counter("shelfwise.gateway.missing", "part", "user-knn").count())
        .isEqualTo(1);
    assertThat(products(answer)).containsExactly(PRODUCT + 7);
  }

  @Test
  void aLateValueServiceIsNamedAndTheRestAnswers() {
    values.answer(() -> gateway.untilItCloses(CustomerValue.getDefaultInstance()));
    recommenders.answer(popular(0, 3));
    RecommendResponse answer = gateway.within(LONG, SOON).recommend(about(CUSTOMER).build());
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
    recommenders.answer(request -> gateway.untilItCloses(response().build()));
    RecommendResponse answer = gateway.within(SOON, LONG).recommend(about(CUSTOMER).build());
    assertThat(answer.getMissingList()).containsExactly("recommend-service");
    assertThat(answer.getRecommendationsList()).isEmpty();
    assertThat(answer.getTier()).isEqualTo(Tier.TIER_HIGH);
    assertThat(answer.getAttributionToken()).isNotEmpty();
  }

  @Test
  void whenNobodyIsThereTheAnswerNamesThemAll() {
    RecommendResponse answer = gateway.alone().recommend(about(CUSTOMER).build());
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

    gateway.letPass(GatewayForTests.BESTSELLERS_KEPT);
    assertThat(gateway.recommend(request).getRecommendationsList()).isEmpty();
  }

  @Test
  void anEmptyAnswerDoesNotReplaceTheLastKnownBestsellers() {
    recommenders.answer(popular(0, 5));
    gateway.recommend(about("stores/demo").build());
    gateway.letPass(Duration.ofSeconds(10));
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
}
