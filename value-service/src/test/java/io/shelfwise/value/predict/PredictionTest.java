package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseInterval;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.regress.ElasticNet;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final long DAY = 86_400_000;
  private static final GammaGammaModel SPEND =
      GammaGammaModel.of(new GammaGammaParameters(6.25, 3.74, 15.44));

  /** A customer who buys daily for certain, so that what is expected is ∫ e^(−δu) du. */
  private static final PurchaseModel DAILY =
      new PurchaseModel() {
        @Override
        public PurchaseFit fit() {
          return new PurchaseFit(PurchaseModelKind.NBD, 1, Estimates.known(List.of()), 0);
        }

        @Override
        public double logLikelihood(RepeatPurchases customer) {
          return 0;
        }

        @Override
        public double activeProbability(RepeatPurchases customer, double time) {
          return 1.0 / (1 + customer.frequency());
        }

        @Override
        public double expectedPurchases(RepeatPurchases customer, double time, double rate) {
          return rate == 0 ? time : -Math.expm1(-rate * time) / rate;
        }

        @Override
        public double expectedPurchasesForever(RepeatPurchases customer, double rate) {
          return 1 / rate;
        }

        @Override
        public double probabilityOf(int purchases, RepeatPurchases customer, double time) {
          return purchases == time ? 1 : 0;
        }
      };

  private static final ValueModels MODELS =
      new ValueModels(
          List.of(DAILY),
          DAILY,
          DAILY,
          SPEND,
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          new Provenance(1, 1, 0, "", 0, Duration.ZERO));

  @Test
  void multipliesHowOftenByHowMuch() {
    CustomerHistory history = history(order(0, 99), order(10, 20), order(20, 24));

    Prediction prediction =
        Prediction.of(history, 30, new Horizon(365, 0.1), MODELS, Optional.empty()).orElseThrow();

    double value = 6.25 * (15.44 + 2 * 22) / (6.25 * 2 + 3.74 - 1);
    double rate = Math.log(1.1) / 365;
    assertThat(prediction.activeProbability()).isEqualTo(1.0 / (1 + 2));
    assertThat(prediction.expectedPurchases()).isEqualTo(365);
    assertThat(prediction.expectedPurchaseValue()).isCloseTo(value, within(1e-12));
    assertThat(prediction.lifetimeValue()).isCloseTo(value * (1 - 1 / 1.1) / rate, within(1e-8));
    // Models whose parameters are known are sure of it.
    assertThat(prediction.lifetimeValueInterval())
        .hasValue(new Interval(prediction.lifetimeValue(), prediction.lifetimeValue(), 0.9));
    assertThat(prediction.endlessValue().orElseThrow()).isCloseTo(value / rate, within(1e-8));
    assertThat(prediction.purchaseInterval()).isEqualTo(new PurchaseInterval(365, 365, 0.9));
    assertThat(prediction.noPurchaseProbability()).isZero();
  }

  /** What is told of 90 days sets right what the models say of a year, in the same proportion. */
  @Test
  void isSetRightByWhatIsLearned() {
    CustomerHistory history = history(order(0, 99), order(10, 20), order(20, 24));
    LearnedSpend learned = learned(500);
    Horizon horizon = new Horizon(365, 0.1);
    Prediction modelled =
        Prediction.of(history, 30, horizon, MODELS, Optional.empty()).orElseThrow();

    Prediction prediction =
        Prediction.of(history, 30, horizon, MODELS, Optional.of(learned)).orElseThrow();

    double told = learned.setRight(history, 30, 1, 1);
    double inItsTime = modelled.expectedPurchaseValue() * learned.days();
    assertThat(prediction.lifetimeValue())
        .isCloseTo(modelled.lifetimeValue() * told / inItsTime, within(1e-9));
    assertThat(prediction.lifetimeValueInterval()).isEmpty();
    assertThat(learned.setRight(history, 30, 0, 0)).isEqualTo(told);
  }

  @Test
  void doesNotLookBeyondItsDay() {
    CustomerHistory history = history(order(0, 99), order(10, 20), order(20, 24));
    Horizon horizon = new Horizon(30, 0);

    assertThat(Prediction.of(history, 10, horizon, MODELS, Optional.empty()))
        .isEqualTo(
            Prediction.of(
                history(order(0, 99), order(10, 20)), 10, horizon, MODELS, Optional.empty()));
    assertThat(Prediction.of(history, -1, horizon, MODELS, Optional.empty())).isEmpty();
    assertThat(Prediction.of(CustomerHistory.EMPTY, 10, horizon, MODELS, Optional.empty()))
        .isEmpty();
  }

  @Test
  void refusesAHorizonThatIsNone() {
    assertThatThrownBy(() -> new Horizon(0, 0.1)).hasMessageContaining("days: 0.0");
    assertThatThrownBy(() -> new Horizon(Double.POSITIVE_INFINITY, 0.1))
        .hasMessageContaining("days: Infinity");
    assertThatThrownBy(() -> new Horizon(1, -0.1)).hasMessageContaining("discountRate: -0.1");
  }

  private static CustomerHistory history(CustomerEvent... orders) {
    Histories histories = new Histories();
    histories.apply(new LogPart(List.of(orders), "end", true));
    return histories.store("demo").orElseThrow().customer("ann").orElseThrow();
  }

  private static CustomerEvent order(long day, long pounds) {
    return new CustomerEvent.Order("demo", "ann", day * DAY, "GBP", pounds * 1_000_000, 1);
  }

  /** A regression that was fitted to customers who spend so much in ninety days. */
  private static LearnedSpend learned(long pounds) {
    List<CustomerEvent> orders = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      for (int day = i % 20; day < 180; day += 20) {
        orders.add(
            new CustomerEvent.Order(
                "demo", "c" + i, day * DAY, "GBP", (pounds + i) * 1_000_000, 1));
      }
    }
    Histories histories = new Histories();
    histories.apply(new LogPart(orders, "end", true));
    StoreHistory store = histories.store("demo").orElseThrow();
    RegressionTrials trials =
        new RegressionTrials(List.of(ElasticNet.USUAL), _ -> ProductFacts.UNKNOWN);
    return trials.ready(trials.fit("elastic-net", store, 179, 90), store);
  }
}
