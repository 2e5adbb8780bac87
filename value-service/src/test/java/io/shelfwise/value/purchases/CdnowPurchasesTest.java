package io.shelfwise.value.purchases;

import static io.shelfwise.value.purchases.Cdnow.CALIBRATION_END;
import static io.shelfwise.value.purchases.Cdnow.END;
import static io.shelfwise.value.purchases.Cdnow.FIRST_DAY;
import static io.shelfwise.value.purchases.Cdnow.LOG;
import static io.shelfwise.value.purchases.Cdnow.ROUNDED;
import static io.shelfwise.value.purchases.Cdnow.SAMPLE;
import static io.shelfwise.value.purchases.Cdnow.assertFound;
import static io.shelfwise.value.purchases.Cdnow.holdout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.FrequencyGroup;
import io.shelfwise.value.judge.Tracking;
import io.shelfwise.value.numeric.Estimates;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On CDNOW, the data set of the papers, the models find what was published, and what independent
 * references found to more digits.
 */
@Tag("real-data")
class CdnowPurchasesTest {
  private static final PurchaseModel NBD = PurchaseModelKind.NBD.fit(SAMPLE);
  private static final PurchaseModel BG = PurchaseModelKind.BG_NBD.fit(SAMPLE);
  private static final PurchaseModel MBG = PurchaseModelKind.MBG_NBD.fit(SAMPLE);

  @Test
  void cutsTheDataAsThePapersDo() {
    assertThat(SAMPLE.customers()).isEqualTo(2_357);
    assertThat(SAMPLE.repeaters()).isEqualTo(946);
    assertThat(SAMPLE.purchases()).isEqualTo(2_457);
    assertThat(SAMPLE.rows()).isEqualTo(1_016);
    RepeatPurchases first = LOG.until(CALIBRATION_END).getFirst();
    assertThat(first).isEqualTo(new RepeatPurchases(2, 213 / 7.0, 272 / 7.0));
  }

  @Test
  void findsNbd() {
    assertFound(NBD, -9763.657615, 1e-6, 0.38476613, 12.072023);
    assertFound(PurchaseModelKind.NBD.fit(ROUNDED), -9763.660222, 1e-6, 0.3847661, 12.0720);
  }

  @Test
  void findsBgNbd() {
    assertFound(BG, -9582.429207, 1e-6, 0.24259453, 4.413602, 0.79292197, 2.4259066);
    assertFound(
        PurchaseModelKind.BG_NBD.fit(ROUNDED),
        -9582.425561,
        1e-6,
        0.24259291,
        4.4135316,
        0.79288616,
        2.4257537);
  }

  @Test
  void findsMbgNbd() {
    assertFound(MBG, -9582.135716, 1e-6, 0.5248431, 6.1830846, 0.89135945, 1.6140025);
    assertThat(PurchaseModelKind.MBG_NBD.fit(ROUNDED).logLikelihood())
        .isCloseTo(-9582.132685, within(1e-6));
  }

  /** No regularity is found where there is none. */
  @Test
  void findsThatCustomersBuyAtRandom() {
    PurchaseModel regular = PurchaseModelKind.BG_CNBD_K.fit(SAMPLE);
    PurchaseModel modified = PurchaseModelKind.MBG_CNBD_K.fit(SAMPLE);

    assertThat(regular.fit().regularity()).isEqualTo(1);
    assertThat(regular.estimates()).isEqualTo(BG.estimates());
    assertThat(modified.fit().regularity()).isEqualTo(1);
    assertThat(modified.estimates()).isEqualTo(MBG.estimates());
  }

  /** No search is involved: at the parameters as they were published. */
  @Test
  void findsPublishedParametersAsLikelyAsTheyAre() {
    double[] bg = {0.243, 4.414, 0.793, 2.426};
    double[] mbg = {0.525, 6.183, 0.891, 1.614};
    BetaGeometricVariant once = new BetaGeometricVariant(false, 1);
    BetaGeometricVariant atOnce = new BetaGeometricVariant(true, 1);
    assertThat(new BetaGeometricLikelihood(once, SAMPLE).at(bg))
        .isCloseTo(-9582.43047801, within(1e-8));
    assertThat(new BetaGeometricLikelihood(once, ROUNDED).at(bg))
        .isCloseTo(-9582.42683118, within(1e-8));
    assertThat(new BetaGeometricLikelihood(atOnce, SAMPLE).at(mbg))
        .isCloseTo(-9582.13582620, within(1e-8));
    assertThat(new BetaGeometricLikelihood(atOnce, ROUNDED).at(mbg))
        .isCloseTo(-9582.13279529, within(1e-8));
  }

  @Test
  void isAsSureAsTheReferenceIs() {
    assertErrors(BG.estimates(), 0.0125574, 0.378224, 0.185732, 0.705409);
    assertErrors(MBG.estimates(), 0.0832678, 0.695618, 0.154789, 0.537491);
    // r and α, a and b, r and a.
    assertThat(BG.estimates().correlation(0, 1).orElseThrow()).isCloseTo(.7804, within(5e-5));
    assertThat(BG.estimates().correlation(2, 3).orElseThrow()).isCloseTo(.9405, within(5e-5));
    assertThat(BG.estimates().correlation(0, 2).orElseThrow()).isCloseTo(-.0377, within(5e-5));
    assertThat(BG.estimates().correlation(1, 0)).isEqualTo(BG.estimates().correlation(0, 1));
  }

  @Test
  void expectsOfNamedCustomersWhatWasPublished() {
    PurchaseModel vignette =
        BetaGeometricModel.of(
            PurchaseModelKind.BG_NBD,
            1,
            new BetaGeometricParameters(.2425967, 4.4136, .79299, 2.42617));
    RepeatPurchases frequent = new RepeatPurchases(26, 216 / 7.0, 31);
    assertThat(BG.expectedPurchases(new RepeatPurchases(2, 30.43, 38.86), 39, 0))
        .isCloseTo(1.22591, within(5e-5));
    assertThat(vignette.expectedPurchases(frequent, 52, 0)).isCloseTo(25.75659, within(1e-3));
    assertThat(vignette.activeProbability(frequent)).isCloseTo(0.9688523, within(1e-5));
    assertThat(BG.expectedPurchases(RepeatPurchases.NEW, 52, 0)).isCloseTo(1.444004, within(1e-5));
    assertNew(0.1429, .007816);
    assertNew(1, .053184);
    assertNew(3, .150631);
    assertNew(31.8571, 1.040489);
    assertNew(32, 1.043732);
    assertNew(78, 1.857958);
  }

  private static void assertNew(double weeks, double expected) {
    assertThat(BG.expectedPurchases(RepeatPurchases.NEW, weeks, 0))
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void countsActiveCustomers() {
    assertThat(Cdnow.active(BG)).isCloseTo(1917, within(0.5));
    assertThat(Cdnow.active(MBG)).isCloseTo(1058, within(0.5));
  }

  @Test
  void errsInTheHoldoutByAsMuchAsIsKnown() {
    assertAccuracy(NBD, 2929.82, 1.04102, 1.85952, .36225);
    assertAccuracy(BG, 1653.41, .78545, 1.60798, .23427);
    assertAccuracy(MBG, 1576.73, .76478, 1.60718, .23144);
  }

  private static void assertAccuracy(
      PurchaseModel model, double expected, double mae, double rmse, double msle) {
    Accuracy accuracy = holdout(LOG, model).accuracy();
    assertThat(accuracy.actual()).isEqualTo(1_882);
    assertThat(accuracy.expected()).isCloseTo(expected, within(0.02));
    assertThat(accuracy.mae()).isCloseTo(mae, within(2e-5));
    assertThat(accuracy.rmse()).isCloseTo(rmse, within(2e-5));
    assertThat(accuracy.msle()).isCloseTo(msle, within(2e-5));
  }

  @Test
  void expectsByFrequencyWhatWasPublished() {
    assertByFrequency(
        BG, .225087, .523131, 1.044134, 1.520280, 2.163866, 2.653846, 3.504042, 6.157191);
    assertByFrequency(
        MBG, .185161, .551358, 1.048952, 1.492933, 2.104309, 2.563553, 3.360821, 5.848509);
    List<FrequencyGroup> groups = holdout(LOG, BG).byFrequency(7);
    assertThat(groups.stream().map(FrequencyGroup::customers))
        .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
  }

  private static void assertByFrequency(PurchaseModel model, double... expected) {
    List<FrequencyGroup> groups = holdout(LOG, model).byFrequency(7);
    for (int x = 0; x < expected.length; x++) {
      assertThat(groups.get(x).expectedMean()).isCloseTo(expected[x], within(2e-6));
    }
  }

  /** Of how many customers so many purchases are expected in calibration, and how well it fits. */
  @Test
  void expectsTheFrequenciesOfCalibration() {
    double[] published = {1407.68, 460.32, 192.46, 101.16, 59.85, 38.12, 25.55, 71.85};
    int[] actual = new int[8];
    double[] expected = new double[8];
    for (RepeatPurchases customer : LOG.until(CALIBRATION_END)) {
      actual[Math.min(customer.frequency(), 7)]++;
      double left = 1;
      for (int n = 0; n < 7; n++) {
        double probability = BG.probabilityOf(n, RepeatPurchases.NEW, customer.age());
        expected[n] += probability;
        left -= probability;
      }
      expected[7] += left;
    }
    double chiSquare = 0;
    for (int n = 0; n < 8; n++) {
      assertThat(expected[n]).isCloseTo(published[n], within(0.01));
      chiSquare += Math.pow(actual[n] - expected[n], 2) / expected[n];
    }
    assertThat(chiSquare).isCloseTo(4.8211, within(1e-3));
  }

  @Test
  void tracksTheWeeks() {
    Tracking bg = LOG.tracking(BG, FIRST_DAY, 78);
    double[] weeks20To25 = {76.865, 74.889, 73.046, 71.322, 69.704, 68.182};
    for (int i = 0; i < 6; i++) {
      assertThat(bg.periods().get(19 + i).expected()).isCloseTo(weeks20To25[i], within(1e-3));
    }
    assertThat(bg.periods().get(19).expectedSoFar()).isCloseTo(1312.459, within(2e-3));
    assertThat(bg.periods().get(24).expectedSoFar()).isCloseTo(1669.602, within(2e-3));
    assertThat(bg.periods().get(38).expectedSoFar()).isCloseTo(2501.53, within(0.01));
    assertThat(bg.periods().get(77).expectedSoFar()).isCloseTo(4165.66, within(0.01));
    assertThat(bg.periods().get(77).actualSoFar()).isEqualTo(4_339);
    assertThat(bg.rmseFrom(39)).isCloseTo(13.170, within(1e-3));
    assertThat(bg.mapeSoFarFrom(39).orElseThrow()).isCloseTo(.0252, within(5e-5));

    Tracking mbg = LOG.tracking(MBG, FIRST_DAY, 78);
    assertThat(mbg.periods().get(19).expected()).isCloseTo(76.632, within(1e-3));
    assertThat(mbg.periods().get(19).expectedSoFar()).isCloseTo(1315.052, within(2e-3));
    assertThat(mbg.periods().get(38).expectedSoFar()).isCloseTo(2482.96, within(0.01));
    assertThat(mbg.periods().get(77).expectedSoFar()).isCloseTo(4054.62, within(0.01));
    assertThat(mbg.rmseFrom(39)).isCloseTo(14.319, within(1e-3));
    assertThat(mbg.mapeSoFarFrom(39).orElseThrow()).isCloseTo(.0400, within(5e-5));
  }

  @Test
  void findsBgNbdOnAllWeeks() {
    assertFound(
        PurchaseModelKind.BG_NBD.fit(LOG.sample(END)),
        -17138.233965,
        1e-6,
        .253561,
        5.447258,
        .607365,
        2.647234);
  }

  @Test
  void findsTheModelsOfAllCustomers() {
    PurchaseLog master = PurchaseLog.cdnowMaster();
    PurchaseSample sample = master.sample(CALIBRATION_END);
    assertThat(sample.customers()).isEqualTo(23_570);

    PurchaseModel bg = PurchaseModelKind.BG_NBD.fit(sample);
    assertFound(bg, -95368.4439, 1e-4, .25162, 4.78895, .72343, 2.16109);
    Accuracy ofBg = holdout(master, bg).accuracy();
    assertThat(ofBg.actual()).isEqualTo(19_684);
    assertThat(ofBg.expected()).isCloseTo(16_873.7, within(0.1));
    assertThat(ofBg.mae()).isCloseTo(.81874, within(1e-5));
    assertThat(ofBg.rmse()).isCloseTo(1.73291, within(1e-5));

    PurchaseModel mbg = PurchaseModelKind.MBG_NBD.fit(sample);
    assertFound(mbg, -95336.9583, 1e-4, .63714, 7.31029, .80747, 1.22839);
    Accuracy ofMbg = holdout(master, mbg).accuracy();
    assertThat(ofMbg.mae()).isCloseTo(.79454, within(1e-5));
    assertThat(ofMbg.rmse()).isCloseTo(1.73962, within(1e-5));
    assertThat(ofMbg.bias().orElseThrow()).isCloseTo(-.1905, within(5e-5));
  }

  private static void assertErrors(Estimates estimates, double... errors) {
    for (int i = 0; i < errors.length; i++) {
      assertThat(estimates.standardError(i).orElseThrow() / errors[i]).isCloseTo(1, within(1e-5));
    }
  }
}
