package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.judge.Accuracy;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a grocery's customers, who buy regularly, the models find what a reference found. */
@Tag("real-data")
class GroceryPurchasesTest {
  private static final LocalDate CALIBRATION_END = LocalDate.of(2006, 12, 31);
  private static final LocalDate END = LocalDate.of(2007, 12, 30);
  private static final PurchaseLog LOG = PurchaseLog.grocery();
  private static final PurchaseSample SAMPLE = LOG.sample(CALIBRATION_END);

  @Test
  void cutsTheData() {
    assertThat(SAMPLE.customers()).isEqualTo(1_525);
    assertThat(SAMPLE.purchases()).isEqualTo(5_569);
  }

  @Test
  void findsModelsOfBuyersAtRandom() {
    assertFit(PurchaseModelKind.BG_NBD.fit(SAMPLE), -15836.566, .34865, 2.58167, .50385, 3.64439);
    assertFit(PurchaseModelKind.MBG_NBD.fit(SAMPLE), -15781.939, 1.25692, 6.03914, .36828, .71576);
  }

  @Test
  void findsThatEverySecondEventIsAPurchase() {
    PurchaseModel regular = PurchaseModelKind.MBG_CNBD_K.fit(SAMPLE);

    assertThat(regular.fit().regularity()).isEqualTo(2);
    assertFit(regular, -14978.211, 1.32918, 2.81255, .42471, .79003);
    assertThat(fit(PurchaseModelKind.MBG_CNBD_K, 1)).isCloseTo(-15781.94, within(5e-3));
    assertThat(fit(PurchaseModelKind.MBG_CNBD_K, 3)).isCloseTo(-14996.85, within(5e-3));
    assertThat(fit(PurchaseModelKind.MBG_CNBD_K, 4)).isCloseTo(-15326.92, within(5e-3));
    assertThat(fit(PurchaseModelKind.BG_CNBD_K, 2)).isCloseTo(-15054.173, within(5e-4));
  }

  /** The reference simulated, so that its digits are those of chance. */
  @Test
  void expectsOfRegularBuyersWhatSimulationSays() {
    PurchaseModel regular = PurchaseModelKind.MBG_CNBD_K.fit(SAMPLE);

    Accuracy accuracy = LOG.holdout(regular, CALIBRATION_END, END).accuracy();

    assertThat(accuracy.actual()).isEqualTo(3_389);
    assertThat(accuracy.expected()).isCloseTo(3809.6, within(4.0));
    assertThat(accuracy.mae()).isCloseTo(1.3992, within(1e-3));
    assertThat(accuracy.mae() * accuracy.customers() / accuracy.actual())
        .isCloseTo(.6296, within(5e-4));
  }

  private static double fit(PurchaseModelKind kind, int regularity) {
    return BetaGeometricTrainer.fit(kind, regularity, SAMPLE).logLikelihood();
  }

  private static void assertFit(PurchaseModel model, double logLikelihood, double... values) {
    assertThat(model.logLikelihood()).isCloseTo(logLikelihood, within(5e-4));
    for (int i = 0; i < values.length; i++) {
      assertThat(model.estimates().value(i)).isCloseTo(values[i], within(1e-5));
    }
  }
}
