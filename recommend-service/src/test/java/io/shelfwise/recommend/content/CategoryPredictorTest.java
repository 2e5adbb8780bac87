package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryPredictorTest {
  private static final Map<String, List<String>> PATHS =
      Map.of(
          "kettle", List.of("Kitchen", "Tea", "Kettles"),
          "pot", List.of("Kitchen", "Tea", "Pots"),
          "pan", List.of("Kitchen", "Cooking"),
          "pen", List.of("Office"));

  private static Optional<PredictedCategory> predict(Similar... like) {
    return new CategoryPredictor(
            new Known(List.of(like)), (_, id) -> PATHS.getOrDefault(id, List.of()))
        .predict("demo", "new", 0);
  }

  private static Similar like(String id, double score) {
    return new Similar(id, score, List.of());
  }

  /** What is like every product. */
  private record Known(List<Similar> list) implements SimilarProducts {
    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      return list;
    }

    @Override
    public void learn(String store) {}

    @Override
    public void warm(String store, List<String> productIds) {}
  }

  @Test
  void thePathGoesAsFarAsHalfOfTheVotesGo() {
    PredictedCategory predicted =
        predict(like("kettle", 3), like("pot", 2), like("pan", 1), like("pen", 2)).orElseThrow();
    assertThat(predicted.path()).containsExactly("Kitchen", "Tea");
    assertThat(predicted.confidence()).isCloseTo((3.0 + 2.0) / (3 + 2 + 1 + 2), within(1e-12));
  }

  @Test
  void theFirstStepIsTakenWithWhateverConfidence() {
    PredictedCategory predicted =
        predict(like("pen", 2), like("pan", 1.5), like("kettle", 0.4)).orElseThrow();
    assertThat(predicted.path()).containsExactly("Office");
    assertThat(predicted.confidence()).isCloseTo(2 / 3.9, within(1e-12));
  }

  @Test
  void productsWithoutCategoriesHaveNoVote() {
    assertThat(predict(like("unknown", 5), like("pan", 1)).orElseThrow())
        .isEqualTo(new PredictedCategory(List.of("Kitchen", "Cooking"), 1));
    assertThat(predict(like("unknown", 5))).isEmpty();
    assertThat(predict()).isEmpty();
  }
}
