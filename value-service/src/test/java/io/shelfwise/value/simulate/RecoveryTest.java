package io.shelfwise.value.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.purchases.BetaGeometricModel;
import io.shelfwise.value.purchases.BetaGeometricParameters;
import io.shelfwise.value.purchases.BetaGeometricTrainer;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.SpendSample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was put into a population is found in it again. Seeds are fixed: a test of chance that fails
 * once in a while would be believed no more.
 */
class RecoveryTest {
  private static final int MANY = 100_000;
  private static final int SOME = 10_000;
  private static final int FITS = 40;

  /**
   * A population and its model.
   *
   * @param logErrors the standard errors of the log-parameters in a fit of 10,000 customers, as a
   *     reference has seen them over many fits
   */
  record Case(
      PurchaseModelKind kind,
      BuyerTruth truth,
      List<String> names,
      List<Double> parameters,
      List<Double> logErrors) {
    SimulatedPopulation population(long seed) {
      return new SimulatedPopulation(truth, SimulatedPopulation.CDNOW_SPENDERS, false, seed);
    }

    PurchaseModel model() {
      double[] values = parameters.stream().mapToDouble(Double::doubleValue).toArray();
      return PurchaseModelKind.restore(new PurchaseFit(kind, 1, Estimates.known(names, values), 0));
    }

    @Override
    public String toString() {
      return kind.label();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            PurchaseModelKind.BG_NBD,
            BuyerTruth.BG_NBD,
            List.of("r", "alpha", "a", "b"),
            List.of(0.243, 4.414, 0.793, 2.426),
            List.of(0.0254, 0.0424, 0.1161, 0.1450)),
        new Case(
            PurchaseModelKind.MBG_NBD,
            BuyerTruth.MBG_NBD,
            List.of("r", "alpha", "a", "b"),
            List.of(0.525, 6.183, 0.891, 1.614),
            List.of(0.0953, 0.0601, 0.0927, 0.1930)),
        new Case(
            PurchaseModelKind.PARETO_NBD,
            BuyerTruth.PARETO_NBD,
            List.of("r", "alpha", "s", "beta"),
            List.of(0.553, 10.578, 0.606, 11.669),
            List.of(0.0470, 0.0400, 0.1772, 0.3104)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheParametersAgain(Case of) {
    PurchaseSample sample = sample(of.population(2005), MANY);

    PurchaseModel model = of.kind().fit(sample);

    double shrink = Math.sqrt((double) SOME / MANY);
    for (int i = 0; i < 4; i++) {
      double error = of.logErrors().get(i) * shrink;
      double value = model.estimates().value(i);
      assertThat(Math.log(value / of.parameters().get(i))).isCloseTo(0, within(4 * error));
      // Its own standard error is about the one that was seen.
      assertThat(model.estimates().standardError(i).orElseThrow() / value)
          .isBetween(error / 1.5, error * 1.5);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsNothingLikelierThanWhatItFinds(Case of) {
    PurchaseModel model = of.kind().fit(sample(of.population(3), SOME));

    double atTruth =
        of.population(3)
            .customers(SOME)
            .map(SimulatedCustomer::calibration)
            .mapToDouble(of.model()::logLikelihood)
            .sum();
    assertThat(model.logLikelihood()).isBetween(atTruth, atTruth + 20);
  }

  /** The truth lies within 1.96 standard errors in about 95 of 100 fits. */
  @ParameterizedTest
  @MethodSource("cases")
  void isAsSureAsItSays(Case of) {
    int[] covered = new int[4];
    for (int fit = 0; fit < FITS; fit++) {
      Estimates estimates = of.kind().fit(sample(of.population(100 + fit), SOME)).estimates();
      for (int i = 0; i < 4; i++) {
        // On the scale of logarithms, on which a fit is nearly normal.
        double logError = estimates.standardError(i).orElseThrow() / estimates.value(i);
        if (Math.abs(Math.log(estimates.value(i) / of.parameters().get(i))) <= 1.96 * logError) {
          covered[i]++;
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      assertThat(covered[i] / (double) FITS).isBetween(0.83, 1.0);
    }
  }

  /**
   * At the truth, what is expected of customers differs from what comes by chance alone: in
   * standard deviations by less than four.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void expectsWhatComes(Case of) {
    PurchaseModel model = of.model();
    GammaGammaModel spend = GammaGammaModel.of(SimulatedPopulation.CDNOW_SPENDERS);
    Deviations purchases = new Deviations();
    Deviations active = new Deviations();
    Deviations money = new Deviations();
    Deviations none = new Deviations();
    of.population(11)
        .customers(MANY)
        .forEach(
            customer -> {
              RepeatPurchases seen = customer.calibration();
              double expected = model.expectedPurchases(seen, 39, 0);
              // The customer's holdout ends 39 weeks after calibration.
              purchases.add(customer.holdoutPurchases(), expected);
              active.add(customer.active() ? 1 : 0, model.activeProbability(seen));
              none.add(customer.holdoutPurchases() == 0 ? 1 : 0, model.probabilityOfNone(seen, 39));
              money.add(
                  customer.holdoutSpend(),
                  expected * spend.expectedValue(customer.calibrationSpend()));
            });
    assertThat(purchases.z()).isBetween(-4.0, 4.0);
    assertThat(active.z()).isBetween(-4.0, 4.0);
    assertThat(none.z()).isBetween(-4.0, 4.0);
    assertThat(money.z()).isBetween(-4.0, 4.0);
  }

  /** Regular buyers are told from those who buy at random, and what they will buy is right. */
  @Test
  void findsHowRegularlyCustomersBuy() {
    BetaGeometricParameters parameters = new BetaGeometricParameters(1.3, 2.8, 0.42, 0.8);
    SimulatedPopulation population =
        new SimulatedPopulation(
            new BuyerTruth.Leaving(parameters, true, 3),
            SimulatedPopulation.CDNOW_SPENDERS,
            false,
            2020);
    List<SimulatedCustomer> customers = population.customers(SOME).toList();
    PurchaseSample sample =
        PurchaseSample.of(
            customers.stream().map(SimulatedCustomer::calibration),
            customers.stream().mapToDouble(SimulatedCustomer::logGaps).sum());

    BetaGeometricModel model =
        BetaGeometricTrainer.fitRegularity(PurchaseModelKind.MBG_CNBD_K, sample);

    assertThat(model.fit().regularity()).isEqualTo(3);
    double[] truth = {1.3, 2.8, 0.42, 0.8};
    for (int i = 0; i < 4; i++) {
      assertThat(model.estimates().value(i))
          .isCloseTo(truth[i], within(4 * model.estimates().standardError(i).orElseThrow()));
    }
    BetaGeometricModel atTruth = BetaGeometricModel.of(PurchaseModelKind.MBG_CNBD_K, 3, parameters);
    Deviations purchases = new Deviations();
    Deviations active = new Deviations();
    Deviations none = new Deviations();
    for (SimulatedCustomer customer : customers) {
      RepeatPurchases seen = customer.calibration();
      purchases.add(customer.holdoutPurchases(), atTruth.expectedPurchases(seen, 39, 0));
      active.add(customer.active() ? 1 : 0, atTruth.activeProbability(seen));
      none.add(customer.holdoutPurchases() == 0 ? 1 : 0, atTruth.probabilityOfNone(seen, 39));
    }
    assertThat(purchases.z()).isBetween(-4.0, 4.0);
    assertThat(active.z()).isBetween(-4.0, 4.0);
    assertThat(none.z()).isBetween(-4.0, 4.0);
  }

  @Test
  void findsTheSpendersAgain() {
    SpendSample sample =
        SpendSample.of(
            cases()
                .findFirst()
                .orElseThrow()
                .population(2013)
                .customers(MANY)
                .map(SimulatedCustomer::calibrationSpend));

    GammaGammaModel model = GammaGammaTrainer.fit(sample);

    double[] truth = {6.25, 3.74, 15.44};
    // Seen in fits of 10,000 customers, who had about 4,000 repeat customers among them.
    double[] logErrors = {0.0824, 0.0362, 0.1163};
    for (int i = 0; i < 3; i++) {
      double error = logErrors[i] * Math.sqrt((double) SOME / MANY);
      double value = model.estimates().value(i);
      assertThat(Math.log(value / truth[i])).isCloseTo(0, within(4 * error));
      assertThat(model.estimates().standardError(i).orElseThrow() / value)
          .isBetween(error / 1.5, error * 1.5);
    }
  }

  private static PurchaseSample sample(SimulatedPopulation population, int customers) {
    return PurchaseSample.of(population.customers(customers).map(SimulatedCustomer::calibration));
  }

  /** How far sums of what came and of what was expected lie apart. */
  private static final class Deviations {
    private double sum;
    private double squares;

    void add(double actual, double expected) {
      sum += actual - expected;
      squares += (actual - expected) * (actual - expected);
    }

    /** In standard deviations. */
    double z() {
      return sum / Math.sqrt(squares);
    }
  }
}
