package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.propose.Categories.Category;
import org.junit.jupiter.api.Test;

class CandidateProductsTest {
  private static final Category KITCHEN = new Category("Kitchen", false);

  private final CandidateProducts products = new CandidateProducts("shop");

  private static ShownProduct kettle(String title) {
    return new ShownProduct("kettle", title, "GBP", 12_500_000, 0.25, "Kitchen", "Acme", true);
  }

  @Test
  void aProductIsToldWithAllThatIsShownOfIt() {
    CandidateProduct told = products.get(3, kettle("Kettle"), KITCHEN, 7);

    assertThat(told.getName()).isEqualTo("stores/shop/products/kettle");
    assertThat(told.getTitle()).isEqualTo("Kettle");
    assertThat(told.getPrice().getCurrencyCode()).isEqualTo("GBP");
    assertThat(told.getPrice().getUnits()).isEqualTo(12);
    assertThat(told.getPrice().getNanos()).isEqualTo(500_000_000);
    assertThat(told.getMargin()).isEqualTo(0.25);
    assertThat(told.getCategory()).isEqualTo("Kitchen");
    assertThat(told.getBrand()).isEqualTo("Acme");
    assertThat(told.getBuyerCount()).isEqualTo(7);
  }

  @Test
  void oneThatIsAsItWasIsNotWrittenAgain() {
    CandidateProduct told = products.get(3, kettle("Kettle"), KITCHEN, 7);
    products.get(5000, kettle("Another"), KITCHEN, 0);

    assertThat(products.get(3, kettle("Kettle"), KITCHEN, 7)).isSameAs(told);
  }

  @Test
  void whatHasChangedIsToldAtOnce() {
    products.get(3, kettle("Kettle"), KITCHEN, 7);

    assertThat(products.get(3, kettle("Kettle"), KITCHEN, 8).getBuyerCount()).isEqualTo(8);
    assertThat(products.get(3, kettle("Kettle, red"), KITCHEN, 8).getTitle())
        .isEqualTo("Kettle, red");
    assertThat(products.get(3, kettle("Kettle, red"), new Category("Tea", true), 8))
        .satisfies(told -> assertThat(told.getCategory()).isEqualTo("Tea"))
        .satisfies(told -> assertThat(told.getCategoryPredicted()).isTrue());
  }
}
