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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On CDNOW Pareto/NBD finds what was published, and what independent references found to more
 * digits.
 */
@Tag("real-data")
class CdnowParetoTest {
  private static final PurchaseModel FITTED = PurchaseModelKind.PARETO_NBD.fit(SAMPLE);

  @Test
  void findsThePublishedParameters() {
    assertFound(FITTED, -9594.976179, 1e-6, 0.55327711, 10.577685, 0.60623973, 11.668728);
    assertFound(
        PurchaseModelKind.PARETO_NBD.fit(ROUNDED),
        -9594.973930,
        1e-6,
        0.55327548,
        10.577612,
        0.60621362,
        11.667913);
  }

  /** No search is involved: at the parameters as they were published. */
  @Test
  void findsPublishedParametersAsLikelyAsTheyAre() {
    ParetoNbdLikelihood exact = new ParetoNbdLikelihood(SAMPLE);
    ParetoNbdLikelihood rounded = new ParetoNbdLikelihood(ROUNDED);
    assertThat(exact.at(.553, 10.578, .606, 11.669)).isCloseTo(-9594.97625927, within(1e-8));
    assertThat(rounded.at(.553, 10.578, .606, 11.669)).isCloseTo(-9594.97401004, within(1e-8));
    assertThat(exact.at(.5534, 10.5802, .6061, 11.6562)).isCloseTo(-9594.97620435, within(1e-8));
    assertThat(rounded.at(.5534, 10.5802, .6061, 11.6562)).isCloseTo(-9594.97395539, within(1e-8));
  }

  /** A reference took its curvature by differences; β is known to half of it only. */
  @Test
  void isAsSureAsTheReferenceIs() {
    double[] errors = {0.0476276, 0.842721, 0.187275, 6.21089};
    Estimates estimates = FITTED.estimates();
    for (int i = 0; i < errors.length; i++) {
      assertThat(estimates.standardError(i).orElseThrow() / errors[i]).isCloseTo(1, within(1e-4));
    }
    // r and α, s and β, r and s.
    assertThat(estimates.correlation(0, 1).orElseThrow()).isCloseTo(.8218, within(1e-4));
    assertThat(estimates.correlation(2, 3).orElseThrow()).isCloseTo(.9716, within(1e-4));
    assertThat(estimates.correlation(0, 2).orElseThrow()).isCloseTo(-.3536, within(1e-4));
  }

  /** The R package BTYD's example: a frequent customer, and what is expected of a new one. */
  @Test
  void expectsOfNamedCustomersWhatWasPublished() {
    RepeatPurchases frequent = new RepeatPurchases(26, 216 / 7.0, 31);
    assertThat(FITTED.expectedPurchases(frequent, 52, 0)).isCloseTo(25.456, within(2e-3));
    assertThat(FITTED.activeProbability(frequent)).isCloseTo(0.997874, within(1e-6));
    assertThat(FITTED.expectedPurchases(RepeatPurchases.NEW, 52, 0))
        .isCloseTo(1.473434, within(1e-6));
  }

  /**
   * Of customers with equal recency the more frequent ones are less likely to be there yet: for
   * them the silence since is the louder.
   */
  @Test
  void expectsLessOfWhoBoughtOftenAndThenNoMore() {
    double[] published = {.7062289, .1442396, .02250658, .00309267};
    ParetoNbdModel vignette =
        ParetoNbdModel.of(new ParetoNbdParameters(.5534, 10.5802, .6061, 11.6562));
    for (int i = 0; i < published.length; i++) {
      double expected = vignette.expectedPurchases(new RepeatPurchases(10 + 5 * i, 20, 39), 52, 0);
      // The parameters are rounded to four digits, which the tail of the frequent ones magnifies.
      assertThat(expected / published[i]).isCloseTo(1, within(1e-3));
    }
    assertThat(vignette.expectedPurchases(new RepeatPurchases(10, 20, 39), 52, 0))
        .isCloseTo(.70591, within(5e-6));
  }

  @Test
  void countsActiveCustomers() {
    assertThat(Cdnow.active(FITTED)).isCloseTo(1052, within(0.5));
  }

  /** The reference stopped its search early; hence the tolerance. */
  @Test
  void errsInTheHoldoutByAsMuchAsIsKnown() {
    Accuracy accuracy = holdout(LOG, FITTED).accuracy();
    assertThat(accuracy.actual()).isEqualTo(1_882);
    assertThat(accuracy.expected()).isCloseTo(1665.50, within(0.02));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(-.1150, within(5e-5));
    assertThat(accuracy.mae()).isCloseTo(.75452, within(2e-5));
    assertThat(accuracy.rmse()).isCloseTo(1.60285, within(2e-5));
    assertThat(accuracy.msle()).isCloseTo(.23774, within(2e-5));
  }

  @Test
  void expectsByFrequencyWhatWasPublished() {
    double[] published = {.138, .600, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403};
    double[] expected = {
      .138447, .599471, 1.195837, 1.713844, 2.398308, 2.907208, 3.818560, 6.403067
    };
    List<FrequencyGroup> groups = holdout(LOG, FITTED).byFrequency(7);
    for (int x = 0; x < expected.length; x++) {
      assertThat(groups.get(x).expectedMean()).isCloseTo(expected[x], within(2e-6));
      assertThat(groups.get(x).expectedMean()).isCloseTo(published[x], within(1e-3));
    }
  }

  @Test
  void tracksTheWeeks() {
    Tracking tracking = LOG.tracking(FITTED, FIRST_DAY, 78);
    double[] weeks20To25 = {78.312, 76.422, 74.651, 72.985, 71.416, 69.935};
    for (int i = 0; i < weeks20To25.length; i++) {
      assertThat(tracking.periods().get(19 + i).expected()).isCloseTo(weeks20To25[i], within(1e-3));
    }
    assertThat(tracking.periods().get(19).expectedSoFar()).isCloseTo(1308.912, within(2e-3));
    assertThat(tracking.periods().get(24).expectedSoFar()).isCloseTo(1674.321, within(2e-3));
    assertThat(tracking.periods().get(38).expectedSoFar()).isCloseTo(2532.78, within(0.01));
    assertThat(tracking.periods().get(77).expectedSoFar()).isCloseTo(4275.39, within(0.01));
    assertThat(tracking.rmseFrom(39)).isCloseTo(12.453, within(1e-3));
    assertThat(tracking.mapeSoFarFrom(39).orElseThrow()).isCloseTo(.0133, within(5e-5));
  }

  @Test
  void findsTheModelOfAllWeeks() {
    assertFound(
        PurchaseModelKind.PARETO_NBD.fit(LOG.sample(END)),
        -17135.835886,
        1e-6,
        .563004,
        12.559171,
        .408107,
        10.514542);
  }

  /**
   * There α is more than β, at which a peer's predictions stumble. Its search stopped short of the
   * summit; its figures are held at its parameters, and the summit to be higher.
   */
  @Test
  void findsTheModelOfAllCustomers() {
    PurchaseLog master = PurchaseLog.cdnowMaster();
    PurchaseSample sample = master.sample(CALIBRATION_END);
    ParetoNbdModel peer =
        ParetoNbdModel.of(new ParetoNbdParameters(.60046, 11.61075, .51692, 8.62757));

    PurchaseModel model = PurchaseModelKind.PARETO_NBD.fit(sample);

    double ofPeer = new ParetoNbdLikelihood(sample).at(peer.estimates().toArray());
    assertThat(ofPeer).isCloseTo(-95415.1410, within(5e-4));
    assertThat(model.logLikelihood()).isBetween(ofPeer, ofPeer + 0.1);
    for (int i = 0; i < 4; i++) {
      assertThat(model.estimates().value(i))
          .isCloseTo(
              peer.estimates().value(i),
              within(0.5 * model.estimates().standardError(i).orElseThrow()));
    }
    Accuracy accuracy = holdout(master, peer).accuracy();
    assertThat(accuracy.actual()).isEqualTo(19_684);
    assertThat(accuracy.mae()).isCloseTo(.79417, within(1e-5));
    assertThat(accuracy.rmse()).isCloseTo(1.72602, within(1e-5));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(-.1269, within(5e-5));
  }

  /** Groceries are bought regularly, which Pareto/NBD does not know; it is fitted all the same. */
  @Test
  void findsTheModelOfGroceries() {
    assertFound(
        PurchaseModelKind.PARETO_NBD.fit(PurchaseLog.grocery().sample(LocalDate.of(2006, 12, 31))),
        -15782.392,
        1e-3,
        .78644,
        5.67904,
        .38624,
        5.71779);
  }
}
