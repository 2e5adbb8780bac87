package io.shelfwise.value.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.purchases.RepeatPurchases;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedPopulationTest {
  @Test
  void drawsTheSameCustomersFromTheSameSeed() {
    List<SimulatedCustomer> customers = population(true, 7).customers(1_000).toList();

    assertThat(population(true, 7).customers(1_000)).isEqualTo(customers);
    assertThat(population(true, 7).customer(723)).isEqualTo(customers.get(723));
    assertThat(population(true, 8).customers(1_000).toList()).isNotEqualTo(customers);
  }

  /** Streams that overlapped would repeat one another's numbers. */
  @Test
  void drawsNoTwoCustomersAlike() {
    assertThat(population(false, 1).customers(10_000).map(SimulatedCustomer::birthDay))
        .doesNotHaveDuplicates();
    assertThat(population(false, 2).customer(0).birthDay())
        .isNotEqualTo(population(false, 1).customer(1).birthDay());
  }

  @Test
  void watchesByTheDayIfAsked() {
    assertThat(population(true, 3).customers(2_000))
        .allSatisfy(
            customer -> {
              List<Double> days =
                  customer.purchases().stream().map(SimulatedPurchase::day).toList();
              assertThat(days).isSorted().doesNotHaveDuplicates();
              assertThat(days).allMatch(day -> day == Math.rint(day));
              assertThat(customer.birthDay()).isEqualTo(Math.rint(customer.birthDay()));
            });
  }

  @Test
  void splitsPurchasesIntoCalibrationAndHoldout() {
    assertThat(population(false, 4).customers(2_000))
        .allSatisfy(
            customer -> {
              RepeatPurchases calibration = customer.calibration();
              assertThat(calibration.frequency() + customer.holdoutPurchases() + 1)
                  .isEqualTo(customer.purchases().size());
              assertThat(calibration.age()).isBetween(27.0, 39.0);
              assertThat(customer.birthDay() + customer.purchases().getLast().day())
                  .isLessThanOrEqualTo(2 * 39 * 7);
              // Who has left buys no more.
              assertThat(customer.active() || customer.holdoutPurchases() == 0).isTrue();
            });
  }

  @Test
  void knowsItsPopulationsByTheNamesOfTheModels() {
    assertThat(BuyerTruth.of("mbg-nbd")).hasValue(BuyerTruth.MBG_NBD);
    assertThat(BuyerTruth.of("no-such-model")).isEmpty();
  }

  private static SimulatedPopulation population(boolean byDay, long seed) {
    return new SimulatedPopulation(
        BuyerTruth.BG_NBD, SimulatedPopulation.CDNOW_SPENDERS, byDay, seed);
  }
}
