package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.Evidence;
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
    assertThat(text("co-occurrence", CAKESTAND))
        .isEqualTo("Often bought together with REGENCY CAKESTAND 3 TIER");
    assertThat(text("co-occurrence", CAKESTAND, BUNTING, product("JUMBO BAG")))
        .isEqualTo("Often bought together with REGENCY CAKESTAND 3 TIER and PARTY BUNTING");
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
    assertThat(text("co-occurrence", product(""), BUNTING))
        .isEqualTo("Often bought together with PARTY BUNTING");
  }
}
