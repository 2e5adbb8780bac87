package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedShoppingTest {
  private static final int PRODUCTS = 2_000;
  private final GeneratedShopping shopping = new GeneratedShopping(PRODUCTS, 1);

  private static List<Interaction> told(GeneratedShopping shopping, int customer, int length) {
    List<Interaction> told = new ArrayList<>();
    shopping.tell(customer, length, i -> "p" + i, told::add);
    return told;
  }

  @Test
  void aCustomerHasToDoWithAsManyProductsAsAskedInTheOrderOfTime() {
    List<Interaction> told = told(shopping, 7, 50);

    assertThat(told.stream().map(Interaction::product).distinct()).hasSize(50);
    assertThat(told).isSortedAccordingTo((a, b) -> Integer.compare(a.minute(), b.minute()));
    assertThat(told).extracting(Interaction::customer).containsOnly("c7");
  }

  @Test
  void equalSettingsTellTheSameAndOthersSomethingElse() {
    assertThat(told(new GeneratedShopping(PRODUCTS, 1), 3, 20)).isEqualTo(told(shopping, 3, 20));
    assertThat(told(new GeneratedShopping(PRODUCTS, 2), 3, 20)).isNotEqualTo(told(shopping, 3, 20));
    assertThat(told(shopping, 4, 20)).isNotEqualTo(told(shopping, 3, 20));
  }

  /** Of 2,000 products the hundred that are taken most make up more than a fifth. */
  @Test
  void fewProductsAreTakenByMany() {
    Map<String, Integer> counts = new HashMap<>();
    for (int customer = 0; customer < 1_000; customer++) {
      told(shopping, customer, shopping.length(customer))
          .forEach(done -> counts.merge(done.product(), 1, Integer::sum));
    }
    int all = counts.values().stream().mapToInt(count -> count).sum();
    int head = counts.values().stream().sorted((a, b) -> b - a).limit(100).mapToInt(c -> c).sum();

    assertThat(head / (double) all).isBetween(0.2, 0.6);
    assertThat(counts).hasSizeGreaterThan(PRODUCTS / 2);
  }

  @Test
  void aSmallShopIsNotBoughtEmpty() {
    assertThat(
            told(new GeneratedShopping(40, 1), 1, 300).stream()
                .map(Interaction::product)
                .distinct())
        .hasSize(40 / 4);
  }
}
