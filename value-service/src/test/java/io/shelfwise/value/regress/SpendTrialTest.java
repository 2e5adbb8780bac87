package io.shelfwise.value.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.features.CustomerFeatures;
import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.numeric.UnfitException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpendTrialTest {
  private static final int DAYS = 500;
  private static final int HORIZON = 90;
  private static final List<CustomerEvent> EVENTS = ShopOfChance.events(800, DAYS, new Random(1));
  private static final StoreHistory SHOP = ShopOfChance.shop(EVENTS);

  static List<SpendRegression> kinds() {
    return SpendRegressions.ALL;
  }

  /** What came after the cut changes no bit of what was learned by then. */
  @ParameterizedTest
  @MethodSource("kinds")
  void nothingOfTheFutureIsLearned(SpendRegression kind) throws IOException {
    int cut = 400;
    StoreHistory before = ShopOfChance.shop(ShopOfChance.until(EVENTS, cut));

    byte[] withFuture = written(trial(SHOP, cut).fit(kind));

    assertThat(withFuture).isEqualTo(written(trial(before, cut).fit(kind)));
    assertThat(withFuture).isNotEqualTo(written(trial(SHOP, DAYS - 1).fit(kind)));
  }

  /** How often and how much differs by customer, so features tell more than nothing at all. */
  @ParameterizedTest
  @MethodSource("kinds")
  void foretellsBetterThanTheMeanOfAll(SpendRegression kind) {
    Accuracy accuracy = trial(SHOP, DAYS - 1).judge(kind).accuracy();

    double mean = accuracy.actual() / accuracy.customers();
    RegressionSample last = sample(SHOP, DAYS - 1 - HORIZON);
    double squares = 0;
    for (double target : last.targets()) {
      squares += (target - mean) * (target - mean);
    }
    assertThat(accuracy.customers()).isEqualTo(last.size());
    assertThat(accuracy.rmse()).isLessThan(0.8 * Math.sqrt(squares / last.size()));
    assertThat(accuracy.gini().orElseThrow()).isGreaterThan(0.6);
    assertThat(accuracy.bias().orElseThrow()).isBetween(-0.2, 0.2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadAsItWasWritten(SpendRegression kind) throws IOException {
    SpendRegressor regressor = trial(SHOP, DAYS - 1).fit(kind);

    SpendRegressor read =
        SpendRegressions.read(new DataInputStream(new ByteArrayInputStream(written(regressor))));

    assertThat(read).usingRecursiveComparison().isEqualTo(regressor);
    CustomerFeatures someone = someone(regressor.schema());
    assertThat(read.predict(someone)).isEqualTo(regressor.predict(someone)).isNotNegative();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tellsWhatItGoesBy(SpendRegression kind) {
    SpendRegressor regressor = trial(SHOP, DAYS - 1).fit(kind);

    assertThat(regressor.importances()).hasSize(regressor.schema().size());
    assertThat(regressor.importances().values()).allMatch(share -> share >= 0);
    assertThat(regressor.importances().values().stream().mapToDouble(s -> s).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(regressor.importances().get("spend-365-days"))
        .isGreaterThan(regressor.importances().get("mean-stars"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesAStoreThatIsTooYoungOrTooSmall(SpendRegression kind) {
    StoreHistory small = ShopOfChance.shop(ShopOfChance.events(50, DAYS, new Random(1)));

    assertThatThrownBy(() -> trial(SHOP, 100).judge(kind))
        .isInstanceOf(UnfitException.class)
        .hasMessage("too few customers have a past and a future to learn from: 0 (needed: 100)");
    assertThatThrownBy(() -> trial(small, DAYS - 1).fit(kind))
        .isInstanceOf(UnfitException.class)
        .hasMessageStartingWith("too few customers have a past and a future to learn from");
    assertThatThrownBy(() -> trial(SHOP, DAYS - 1 + HORIZON).fit(kind))
        .isInstanceOf(UnfitException.class)
        .hasMessage("too few customers came back within 90 days: 0 (needed: 20)");
  }

  @Test
  void featuresOfAnotherSchemaAreRefused() {
    SpendRegressor regressor = trial(SHOP, DAYS - 1).fit(ElasticNet.USUAL);

    assertThatThrownBy(() -> regressor.predict(someone(FeatureSchema.COMMON)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("schema: ");
  }

  private static SpendTrial trial(StoreHistory store, int now) {
    return new SpendTrial(store, ShopOfChance.FACTS, now, HORIZON, 1);
  }

  private static RegressionSample sample(StoreHistory store, int cut) {
    return RegressionSample.of(
        store,
        FeatureReader.of(FeatureSchema.COMMON, store, ShopOfChance.FACTS),
        cut,
        HORIZON,
        Integer.MAX_VALUE,
        1);
  }

  private static CustomerFeatures someone(FeatureSchema schema) {
    FeatureReader reader = FeatureReader.of(schema, SHOP, ShopOfChance.FACTS);
    return FeatureTable.of(SHOP, reader, DAYS - 1, 1, 1).row(0);
  }

  private static byte[] written(SpendRegressor regressor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    regressor.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
