package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.PRODUCT;
import static io.shelfwise.gateway.recommend.FakeRecommenders.candidate;
import static io.shelfwise.gateway.recommend.FakeRecommenders.list;
import static io.shelfwise.gateway.recommend.FakeRecommenders.popular;
import static io.shelfwise.gateway.recommend.GatewayForTests.about;
import static io.shelfwise.gateway.recommend.GatewayForTests.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The placement {@code curious} shows what is popular, and keeps every third place for what at most
 * two have bought. Products from p150 on are such: p150 nobody has bought, p151 one customer, and
 * so on.
 */
class ExploringAnswerTest {
  private static final CandidateList NEW =
      list("new", candidate(100, 4), candidate(150, 2), candidate(152, 1), candidate(153, 0.5));

  private final GatewayForTests gateway = new GatewayForTests();
  private final FakeRecommenders recommenders = gateway.recommenders;

  @AfterEach
  void close() {
    gateway.close();
  }

  private static RecommendRequest.Builder curious() {
    return about("stores/demo").setPlacement("curious");
  }

  private void shopHas(CandidateList... lists) {
    recommenders.answer(
        request -> {
          var response = FakeRecommenders.response(lists);
          for (int i = 0; i < response.getProductsCount(); i++) {
            response.getProductsBuilder(i).setBuyerCount(i < 150 ? 1000 - i : i - 150);
          }
          return response.build();
        });
  }

  @Test
  void everyThirdPlaceIsForWhatHardlyAnybodyHasBought() {
    shopHas(popular(0, 9), NEW);
    RecommendResponse answer = gateway.recommend(curious().build());

    assertThat(products(answer))
        .containsExactly(
            PRODUCT + 0,
            PRODUCT + 1,
            PRODUCT + 150,
            PRODUCT + 2,
            PRODUCT + 3,
            PRODUCT + 152,
            PRODUCT + 4,
            PRODUCT + 5,
            PRODUCT + 6,
            PRODUCT + 7);
    assertThat(answer.getRecommendationsList())
        .extracting(Recommendation::getExploration)
        .startsWith("", "", "Be the first to buy this")
        .containsOnlyOnce("A find: hardly anybody has bought this yet");
    assertThat(recommenders.asked.getFirst().getRecommendersList())
        .containsExactly("new", "popular");
  }

  @Test
  void itsReasonsAddUpToAScoreByTheWeightsOfThosePlaces() {
    shopHas(popular(0, 9), NEW);
    Recommendation first = gateway.recommend(curious().build()).getRecommendations(2);

    assertThat(first.getScore()).isEqualTo(2.0 / 4, within(1e-12));
    assertThat(first.getReasonsList())
        .extracting(Reason::getRecommender, Reason::getContribution, Reason::getText)
        .containsExactly(tuple("new", 2.0 / 4, "New in the shop"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    shopHas(popular(0, 120), NEW);
    List<String> shown = new ArrayList<>();
    String page = "";
    do {
      RecommendResponse answer =
          gateway.recommend(curious().setPageSize(4).setPageToken(page).build());
      shown.addAll(products(answer));
      page = answer.getNextPageToken();
    } while (!page.isEmpty());

    assertThat(shown).hasSize(Question.MOST_ANSWERED).doesNotHaveDuplicates();
    assertThat(shown)
        .startsWith(PRODUCT + 0, PRODUCT + 1, PRODUCT + 150, PRODUCT + 2)
        .endsWith(PRODUCT + 97);
  }

  @Test
  void whereAllIsTriedTheAnswerIsAsItWas() {
    shopHas(popular(0, 9), list("new", candidate(100, 4)));
    RecommendResponse answer = gateway.recommend(curious().build());

    assertThat(products(answer)).hasSize(9).startsWith(PRODUCT + 0, PRODUCT + 1, PRODUCT + 2);
    assertThat(answer.getRecommendationsList())
        .extracting(Recommendation::getExploration)
        .containsOnly("");
  }

  @Test
  void weightsOfTheRequestLeaveNoPlaceToExplore() {
    shopHas(popular(0, 9), NEW);
    RecommendResponse answer = gateway.recommend(curious().putWeights("popular", 1).build());

    assertThat(products(answer)).hasSize(9).doesNotContain(PRODUCT + 150);
    assertThat(recommenders.asked.getFirst().getRecommendersList()).containsExactly("popular");
  }
}
