package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.purchases.ParetoNbdModel;
import io.shelfwise.value.purchases.ParetoNbdParameters;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.SpendSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final RepeatPurchases CUSTOMER = new RepeatPurchases(2, 30, 38);
  private static final RepeatSpend SPENT = new RepeatSpend(2, 22);
  private static final Horizon HORIZON = new Horizon(39, 0.1);
  private static final double LEVEL = 0.9;

  @Test
  void liesAroundTheExpectation() {
    List<SimulatedCustomer> customers = population(1).customers(3_000).toList();
    PurchaseModel purchases = purchases(customers);
    GammaGammaModel spend = spend(customers);
    Uncertainty uncertainty = new Uncertainty(purchases, spend);

    double count = purchases.expectedPurchases(CUSTOMER, HORIZON.days(), 0);
    double discounted =
        purchases.expectedPurchases(CUSTOMER, HORIZON.days(), HORIZON.discountPerDay());
    double value = spend.expectedValue(SPENT);
    assertAround(uncertainty.expectedPurchases(CUSTOMER, HORIZON, LEVEL), count);
    assertAround(uncertainty.expectedPurchaseValue(SPENT, LEVEL).orElseThrow(), value);
    assertAround(
        uncertainty.lifetimeValue(CUSTOMER, SPENT, HORIZON, LEVEL).orElseThrow(),
        discounted * value);
  }

  /** Both parts make it wider, as independent errors do: their squares add up. */
  @Test
  void addsUpWhatIsUnsureOfBoth() {
    List<SimulatedCustomer> customers = population(1).customers(3_000).toList();
    Uncertainty uncertainty = new Uncertainty(purchases(customers), spend(customers));
    Horizon undiscounted = new Horizon(39, 0);

    double ofCount = logWidth(uncertainty.expectedPurchases(CUSTOMER, undiscounted, LEVEL));
    double ofValue = logWidth(uncertainty.expectedPurchaseValue(SPENT, LEVEL).orElseThrow());
    double ofBoth =
        logWidth(uncertainty.lifetimeValue(CUSTOMER, SPENT, undiscounted, LEVEL).orElseThrow());

    assertThat(ofBoth).isCloseTo(Math.hypot(ofCount, ofValue), within(1e-12));
  }

  private static double logWidth(Interval interval) {
    return Math.log(interval.high() / interval.low());
  }

  /** Where q is hardly more than 1, it may be less, and there be no mean. */
  @Test
  void saysNothingOfAMeanThatMayNotBe() {
    GammaGammaModel wild =
        new GammaGammaModel(
            new Estimates(
                List.of("p", "q", "gamma"),
                new double[] {5, 1.02, 10},
                new boolean[] {true, true, true},
                new double[][] {{0.01, 0, 0}, {0, 0.01, 0}, {0, 0, 0.01}}),
            0);
    PurchaseModel known = ParetoNbdModel.of(new ParetoNbdParameters(0.553, 10.578, 0.606, 11.669));
    Uncertainty uncertainty = new Uncertainty(known, wild);

    assertThat(uncertainty.expectedPurchaseValue(SPENT, LEVEL)).isEmpty();
    assertThat(uncertainty.lifetimeValue(CUSTOMER, SPENT, HORIZON, LEVEL)).isEmpty();
    // What is known for certain is not unsure; nor is what has long been over.
    double expected = known.expectedPurchases(CUSTOMER, HORIZON.days(), 0);
    assertThat(uncertainty.expectedPurchases(CUSTOMER, HORIZON, LEVEL))
        .isEqualTo(new Interval(expected, expected, LEVEL));
    assertThat(uncertainty.expectedPurchases(new RepeatPurchases(1_000, 10, 100), HORIZON, LEVEL))
        .isEqualTo(new Interval(0, 0, LEVEL));
  }

  /** Sixteen times the customers make it about a fourth as wide. */
  @Test
  void shrinksWithTheCustomers() {
    double few = width(population(2).customers(2_000).toList());
    double many = width(population(2).customers(32_000).toList());

    assertThat(few / many).isBetween(2.5, 6.0);
  }

  /**
   * The interval of nine in ten holds what is expected at the truth about as often: in 40 fits, at
   * least in 30.
   */
  @Test
  void holdsTheTruth() {
    double truth =
        ParetoNbdModel.of(new ParetoNbdParameters(0.553, 10.578, 0.606, 11.669))
            .expectedPurchases(CUSTOMER, HORIZON.days(), 0);
    int held = 0;
    for (int fit = 0; fit < 40; fit++) {
      List<SimulatedCustomer> customers = population(10 + fit).customers(1_000).toList();
      Interval interval =
          new Uncertainty(purchases(customers), spend(customers))
              .expectedPurchases(CUSTOMER, HORIZON, LEVEL);
      if (interval.low() <= truth && truth <= interval.high()) {
        held++;
      }
    }
    assertThat(held).isBetween(30, 40);
  }

  private static void assertAround(Interval interval, double expected) {
    assertThat(interval.level()).isEqualTo(LEVEL);
    assertThat(interval.low()).isBetween(0.5 * expected, expected);
    assertThat(interval.high()).isBetween(expected, 2 * expected);
  }

  private static double width(List<SimulatedCustomer> customers) {
    Interval interval =
        new Uncertainty(purchases(customers), spend(customers))
            .expectedPurchases(CUSTOMER, HORIZON, LEVEL);
    return interval.high() - interval.low();
  }

  private static SimulatedPopulation population(long seed) {
    return new SimulatedPopulation(
        BuyerTruth.PARETO_NBD, SimulatedPopulation.CDNOW_SPENDERS, true, seed);
  }

  private static PurchaseModel purchases(List<SimulatedCustomer> customers) {
    return PurchaseModelKind.PARETO_NBD.fit(
        PurchaseSample.of(customers.stream().map(SimulatedCustomer::calibration)));
  }

  private static GammaGammaModel spend(List<SimulatedCustomer> customers) {
    return GammaGammaTrainer.fit(
        SpendSample.of(customers.stream().map(SimulatedCustomer::calibrationSpend)));
  }
}
