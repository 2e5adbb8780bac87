package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlendByHistoryTest {
  private static final Blend USERS = new Blend(Map.of(RecommenderName.USER_KNN, 1.0));
  private static final Blend ITEMS =
      new Blend(Map.of(RecommenderName.ITEM_KNN, 3.0, RecommenderName.USER_KNN, 1.0));

  @Test
  void eachCustomerHasTheWeightsOfAHistoryAsLong() {
    BlendByHistory blend = new BlendByHistory(new TreeMap<>(Map.of(0, USERS, 2, ITEMS)));
    assertThat(blend.forHistory(0)).isEqualTo(USERS);
    assertThat(blend.forHistory(1)).isEqualTo(USERS);
    assertThat(blend.forHistory(2)).isEqualTo(ITEMS);
    assertThat(blend.forHistory(1000)).isEqualTo(ITEMS);
    assertThat(blend.weights())
        .containsExactly(
            // Who counts for some is told of all: 0 is a weight to be copied as well.
            entry("from-0.item-knn", 0.0),
            entry("from-0.user-knn", 1.0),
            entry("from-2.item-knn", 0.75),
            entry("from-2.user-knn", 0.25));
    assertThat(BlendByHistory.forAll(ITEMS).weights())
        .containsExactly(entry("item-knn", 0.75), entry("user-knn", 0.25));
  }

  /** Ann is known to have one product, Bob two; both are proposed the same. */
  @Test
  void listsAreBlendedWithTheWeightsOfTheirCustomer() {
    Dictionary products = new Dictionary();
    List.of("p0", "p1", "p2", "p3").forEach(products::number);
    TestSet test =
        TestSet.of(
            Split.of(
                List.of(had("ann", "p2"), had("bob", "p2"), had("bob", "p3")),
                Map.of("ann", Set.of("p0"), "bob", Set.of("p0"))),
            products);
    TopLists users = new TopLists(2, 1);
    TopLists items = new TopLists(2, 1);
    for (int customer = 0; customer < 2; customer++) {
      users.put(customer, 0, 0, 7);
      items.put(customer, 0, 1, 9);
    }

    TopLists blended =
        new BlendByHistory(new TreeMap<>(Map.of(0, USERS, 2, ITEMS)))
            .rank(
                Map.of(RecommenderName.USER_KNN, users, RecommenderName.ITEM_KNN, items), test, 2);

    assertThat(blended.size(0)).isEqualTo(1);
    assertThat(blended.product(0, 0)).isZero();
    assertThat(blended.score(0, 0)).isEqualTo(1);
    assertThat(blended.size(1)).isEqualTo(2);
    assertThat(blended.product(1, 0)).isEqualTo(1);
    assertThat(blended.score(1, 0)).isEqualTo(0.75);
    assertThat(blended.score(1, 1)).isEqualTo(0.25);
  }

  @Test
  void itIsToldFromWhichLengthOnEachCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlendByHistory(new TreeMap<>(Map.of(1, USERS))))
        .withMessage("from: [1] (expected: the first of 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlendByHistory(new TreeMap<>()))
        .withMessage("from: [] (expected: the first of 0)");
  }

  private static Interaction had(String customer, String product) {
    return new Interaction(customer, product, Kind.PURCHASE, 0, 1);
  }
}
