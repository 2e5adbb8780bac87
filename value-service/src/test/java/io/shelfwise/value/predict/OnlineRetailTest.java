package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.OnlineRetail;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.RepeatPurchases;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year of a real wholesaler, UCI Online Retail: sales to known customers, with what is no product
 * included.
 */
@Tag("real-data")
class OnlineRetailTest {
  private static final int CUT = (int) LocalDate.of(2011, 9, 9).minusDays(1).toEpochDay();

  private static StoreHistory store;

  @Test
  void partsTheYearAsItsPortraitTells() {
    List<CustomerHistory> calibration =
        store.customers().stream().filter(h -> h.purchaseDaysUntil(CUT) > 0).toList();
    assertThat(calibration).hasSize(3_362);
    assertThat(
            calibration.stream()
                .mapToInt(h -> RepeatPurchases.of(h, CUT).orElseThrow().frequency())
                .average()
                .orElseThrow())
        .isCloseTo(2.199, within(0.0005));
    int end = store.totals().asOfDay();
    double again =
        calibration.stream()
            .filter(h -> h.purchaseDaysUntil(end) > h.purchaseDaysUntil(CUT))
            .count();
    assertThat(again / calibration.size()).isCloseTo(0.571, within(0.0005));
    assertThat(store.totals().revenueMicros().doubleValue() / 1e6)
        .isCloseTo(8_911_407.90, within(0.01));
  }

  /** Ninety-two days held out, judged against expecting of each customer the rate so far. */
  @Test
  void expectsBetterThanTheRateSoFar() {
    ValueModels models =
        new ValueTrainer(
                List.of(PurchaseModelKind.values()),
                RegressionTrials.NONE,
                100,
                50,
                92,
                InstantSource.system())
            .fit(store, "end");

    Judgement best = models.judgements().orElseThrow().purchases().getFirst();
    assertThat(best.model()).isEqualTo(models.purchases().kind().label());
    Accuracy accuracy = best.accuracy();
    assertThat(accuracy.customers()).isEqualTo(3_362);
    assertThat(accuracy.actual() / accuracy.customers()).isCloseTo(1.341, within(0.0005));
    assertThat(accuracy.rmse()).isLessThan(rmseOfTheRateSoFar());
    assertThat(models.spend().parameters().q()).isGreaterThan(1);
  }

  private static double rmseOfTheRateSoFar() {
    return Math.sqrt(
        store.customers().stream()
            .filter(h -> h.purchaseDaysUntil(CUT) > 0)
            .mapToDouble(
                h -> {
                  RepeatPurchases until = RepeatPurchases.of(h, CUT).orElseThrow();
                  int came = h.purchaseDaysUntil(CUT + 92) - h.purchaseDaysUntil(CUT);
                  double rate = until.age() == 0 ? 0 : until.frequency() / until.age();
                  return Math.pow(rate * 92 - came, 2);
                })
            .average()
            .orElseThrow());
  }

  @BeforeAll
  static void readTheFile() throws IOException {
    store = OnlineRetail.store();
  }
}
