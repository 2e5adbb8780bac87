package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommendation.v1.Attribute;
import io.shelfwise.recommendation.v1.Evidence;
import io.shelfwise.recommendation.v1.Habit;
import io.shelfwise.recommendation.v1.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
  private static final Evidence CAKESTAND = product("REGENCY CAKESTAND 3 TIER");
  private static final Evidence BUNTING = product("PARTY BUNTING");

  private static Evidence product(String title) {
    return Evidence.newBuilder().setProduct("stores/demo/products/1").setTitle(title).build();
  }

  private static Evidence term(String term) {
    return Evidence.newBuilder().setTerm(term).build();
  }

  private static Evidence customers(long count) {
    return Evidence.newBuilder().setCustomerCount(count).build();
  }

  private static String text(String recommender, Evidence... evidence) {
    return ReasonText.of(recommender, List.of(evidence), 0);
  }

  @Test
  void whatIsBoughtTogetherNamesTheStrongestTwo() {
    assertThat(ReasonText.of("co-occurrence", List.of(CAKESTAND), 1))
        .isEqualTo("Often bought together with REGENCY CAKESTAND 3 TIER");
    List<Evidence> three = List.of(CAKESTAND, BUNTING, product("JUMBO BAG"));
    assertThat(ReasonText.of("co-occurrence", three, 3))
        .isEqualTo("Often bought together with REGENCY CAKESTAND 3 TIER and PARTY BUNTING");
  }

  @Test
  void whatWasPerhapsOnlyLookedAtIsNotCalledBought() {
    assertThat(text("co-occurrence", CAKESTAND))
        .isEqualTo("Often bought by customers interested in REGENCY CAKESTAND 3 TIER");
  }

  @Test
  void aPurchaseThatSpeaksForItselfIsNotPutDownToOthers() {
    assertThat(text("user-knn", CAKESTAND)).isEqualTo("You bought this before");
  }

  @Test
  void neighboursAreCounted() {
    assertThat(text("user-knn", customers(37)))
        .isEqualTo("Customers who bought what you bought also bought this (37 of them)");
  }

  @Test
  void neighboursOfACartAreNotCalledTheCustomers() {
    assertThat(ReasonText.of("user-knn", List.of(customers(37)), 2))
        .isEqualTo("Customers who bought these products also bought this (37 of them)");
  }

  @Test
  void sharedWordsAreQuotedAndAOnlyProductIsNamed() {
    List<Evidence> evidence = List.of(term("vintage"), CAKESTAND, term("teapot"));
    assertThat(ReasonText.of("content", evidence, 1))
        .isEqualTo("Shares “vintage”, “teapot” with REGENCY CAKESTAND 3 TIER");
    assertThat(ReasonText.of("content", evidence, 3))
        .isEqualTo("Shares “vintage”, “teapot” with these products");
    assertThat(ReasonText.of("content", evidence, 0))
        .isEqualTo("Shares “vintage”, “teapot” with what you liked");
    assertThat(text("content", CAKESTAND)).isEqualTo("Much like REGENCY CAKESTAND 3 TIER");
  }

  @Test
  void buyersAreCounted() {
    assertThat(text("popular", customers(881))).isEqualTo("Bought by 881 customers");
    assertThat(text("popular", customers(1))).isEqualTo("Bought by 1 customer");
  }

  @Test
  void withoutEvidenceTheTextClaimsNoMoreThanIsKnown() {
    assertThat(text("co-occurrence")).isEqualTo("Often bought together");
    assertThat(text("user-knn")).isEqualTo("Customers who bought what you bought also bought this");
    assertThat(text("content")).isEqualTo("Much alike");
    assertThat(text("popular")).isEqualTo("Bought by many");
    assertThat(text("trending")).isEqualTo("Bought more and more lately");
  }

  @Test
  void aRecommenderThatHasNoWordsOfItsOwnIsNamed() {
    assertThat(text("house-choice")).isEqualTo("Recommended by house-choice");
  }

  @Test
  void aProductWithoutTitleIsNotNamed() {
    assertThat(ReasonText.of("co-occurrence", List.of(product(""), BUNTING), 2))
        .isEqualTo("Often bought together with PARTY BUNTING");
  }

  @Test
  void aRuleIsToldWithItsConditionAndHowOftenItHolds() {
    Evidence rule =
        Evidence.newBuilder()
            .setRule(
                Rule.newBuilder()
                    .addTitles("PARTY BUNTING")
                    .addTitles("JUMBO BAG")
                    .setOrderCount(41)
                    .setConfidence(0.376)
                    .setLift(8.2))
            .build();
    assertThat(text("rules", rule))
        .isEqualTo("38 % of the orders with PARTY BUNTING and JUMBO BAG have this too");
    assertThat(text("rules")).isEqualTo("Often bought together");
  }

  @Test
  void aHabitIsToldAsItIs() {
    assertThat(text("buy-again", habit(4, 29.6, 33.2)))
        .isEqualTo("You buy this about every 30 days, and last 33 days ago");
    assertThat(text("buy-again", habit(1, 0, 1.1))).isEqualTo("You bought this a day ago");
    assertThat(text("buy-again", habit(2, 0.7, 0.2)))
        .isEqualTo("You buy this about every day, and last today");
    assertThat(text("next-basket", customers(12), habit(4, 29.6, 33.2)))
        .isEqualTo("You bought this 4 times");
    assertThat(text("next-basket", customers(12)))
        .isEqualTo("12 customers who buy what you buy also buy this");
  }

  private static Evidence habit(long orders, double interval, double since) {
    return Evidence.newBuilder()
        .setHabit(
            Habit.newBuilder().setOrderCount(orders).setIntervalDays(interval).setDaysSince(since))
        .build();
  }

  @Test
  void sharedPropertiesAreNamed() {
    Evidence brand =
        Evidence.newBuilder()
            .setAttribute(Attribute.newBuilder().setName("brand").setValue("Acme"))
            .build();
    assertThat(text("content", brand)).isEqualTo("Shares brand “Acme” with what you liked");
  }

  @Test
  void everyRecommenderHasWordsOfItsOwn() {
    assertThat(
            List.of(
                "user-knn",
                "item-knn",
                "bm25",
                "rp3beta",
                "co-occurrence",
                "matrix-factorization",
                "autoencoder",
                "content",
                "rules",
                "next-basket",
                "buy-again",
                "session",
                "popular",
                "trending",
                "new",
                "recently-viewed"))
        .allSatisfy(name -> assertThat(text(name)).doesNotStartWith("Recommended by"));
    assertThat(text("item-knn", CAKESTAND))
        .isEqualTo("Liked by those who like REGENCY CAKESTAND 3 TIER");
    assertThat(text("session", CAKESTAND))
        .isEqualTo("Others who looked at REGENCY CAKESTAND 3 TIER came by this");
    assertThat(text("autoencoder", BUNTING)).isEqualTo("Goes with your taste for PARTY BUNTING");
  }
}
