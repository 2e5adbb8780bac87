package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What few customers have is private: settings of the model can ask for more of them, not less. */
class MatrixFactorizationSettingsTest {
  private static final int OF_TWO = 0;
  private static final int OF_THREE = 1;
  private static final int OF_FIVE = 2;
  private static final int OF_SIX = 3;
  private static final int OF_OTHERS = 4;

  private static final List<int[]> WANTED =
      List.of(
          new int[] {OF_TWO, OF_THREE, OF_FIVE, OF_SIX},
          new int[] {OF_TWO, OF_THREE, OF_FIVE, OF_SIX},
          new int[] {OF_THREE, OF_FIVE, OF_SIX},
          new int[] {OF_FIVE, OF_SIX},
          new int[] {OF_FIVE, OF_SIX},
          new int[] {OF_SIX, OF_OTHERS},
          new int[] {OF_OTHERS},
          new int[] {OF_OTHERS},
          new int[] {OF_OTHERS},
          new int[] {OF_OTHERS});

  @Test
  void theHigherOfTheTwoFloorsHolds() {
    assertThat(proposed(1, 1)).contains(OF_TWO, OF_THREE, OF_FIVE);
    assertThat(proposed(1, 3)).contains(OF_THREE, OF_FIVE).doesNotContain(OF_TWO);
    assertThat(proposed(5, 3)).contains(OF_FIVE).doesNotContain(OF_TWO, OF_THREE);
  }

  @Test
  void aProductMustHaveACustomer() {
    assertThatThrownBy(() -> settings(0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("least-customers: 0 (expected: >= 1)");
  }

  /** What is proposed to one who wants all that some others do. */
  private static List<Integer> proposed(int leastCustomers, int privacy) {
    Query query = Query.of(Taste.of(OF_TWO, OF_THREE, OF_FIVE, OF_SIX), "", true, product -> true);
    return settings(leastCustomers, privacy)
        .trainer(RecommenderName.MATRIX_FACTORIZATION)
        .train(data(), Watch.NONE)
        .recommender()
        .propose(query, 10, new Scratch())
        .stream()
        .map(Proposal::product)
        .toList();
  }

  private static OfflineRecommenders settings(int leastCustomers, int privacy) {
    return OfflineRecommenders.with(
        Map.of(
            "matrix-factorization.least-customers", String.valueOf(leastCustomers),
            "privacy.least-customers", String.valueOf(privacy)));
  }

  private static TrainingData data() {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < WANTED.size(); customer++) {
      for (int product : WANTED.get(customer)) {
        interests.add(product, 1);
      }
      interests.end("customer-" + customer);
    }
    return TrainingData.of(interests.build(OF_OTHERS + 1));
  }
}
