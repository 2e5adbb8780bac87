package io.shelfwise.value.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.judge.Accuracy;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The figures of docs/models/spend-regression.md: a wholesaler's autumn, learned from its summer.
 */
@Tag("real-data")
class OnlineRetailSpendTest {
  private static final int HORIZON = 92;

  private static StoreHistory store;

  @BeforeAll
  static void read() throws IOException {
    store = RetailShop.read();
  }

  @Test
  void theElasticNetIsRightInSum() {
    Accuracy accuracy = judge(ElasticNet.USUAL);

    assertThat(accuracy.customers()).isEqualTo(3_362);
    assertThat(accuracy.mae()).isCloseTo(866, within(0.5));
    assertThat(accuracy.rmse()).isCloseTo(4_744, within(0.5));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(0.002, within(0.0005));
  }

  @Test
  void theForestRanksBest() {
    Accuracy accuracy = judge(RandomForest.USUAL);

    assertThat(accuracy.mae()).isCloseTo(714, within(0.5));
    assertThat(accuracy.gini().orElseThrow()).isCloseTo(0.645, within(0.0005));
  }

  @Test
  void boostedTreesErrLeast() {
    Accuracy accuracy = judge(GradientBoosting.USUAL);

    assertThat(accuracy.mae()).isCloseTo(713, within(0.5));
    assertThat(accuracy.rmse()).isCloseTo(4_301, within(0.5));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(-0.299, within(0.0005));
  }

  private static Accuracy judge(SpendRegression regression) {
    return new SpendTrial(store, ProductFacts.UNKNOWN, store.totals().asOfDay(), HORIZON, 1)
        .judge(regression)
        .accuracy();
  }
}
