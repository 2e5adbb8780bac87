package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupposedCategoriesTest {
  private static final Map<String, String> CATEGORIES =
      Map.of("kettle", "Kitchen", "pan", "Kitchen", "pen", "Office", "thing", "");

  private final Map<String, List<Similar>> rows = new HashMap<>();
  private final SupposedCategories categories =
      new SupposedCategories("shop", new SmallShop(), new Known(rows), 0.7, 10);

  private static Similar like(String id, double score) {
    return new Similar(id, score, List.of());
  }

  @Test
  void itIsTheCategoryThatMostOfTheLikenessSpeaksFor() {
    rows.put("new", List.of(like("kettle", 3), like("thing", 2), like("pan", 1), like("pen", 1)));

    assertThat(categories.of("new")).contains("Kitchen");
  }

  @Test
  void whatIsNotSureIsNotSupposed() {
    rows.put("new", List.of(like("kettle", 2), like("pen", 1)));

    assertThat(categories.of("new")).isEmpty();
  }

  @Test
  void nothingIsLookedForAndWhatIsFoundLaterCounts() {
    assertThat(categories.of("new")).isEmpty();
    rows.put("new", List.of(like("kettle", 1)));
    assertThat(categories.of("new")).contains("Kitchen");
    rows.put("new", List.of(like("pen", 1)));
    assertThat(categories.of("new")).contains("Office");
  }

  /** What has been found so far; to look for more would fail. */
  private record Known(Map<String, List<Similar>> rows) implements SimilarProducts {
    @Override
    public Optional<List<Similar>> known(String store, String productId) {
      return Optional.ofNullable(rows.get(productId));
    }

    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      throw new AssertionError("nothing should be looked for");
    }

    @Override
    public void learn(String store) {
      throw new AssertionError("nothing should be learned");
    }

    @Override
    public void warm(String store, List<String> productIds) {
      throw new AssertionError("nothing should be made ready");
    }
  }

  private record SmallShop() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.ofNullable(CATEGORIES.get(productId))
          .map(category -> new ShownProduct(productId, productId, "", 0, 0, category, "", true));
    }

    @Override
    public List<String> ids(String store) {
      return CATEGORIES.keySet().stream().sorted().toList();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
