package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.Likelihood;
import io.shelfwise.value.numeric.Slopes;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParetoNbdTrainerTest {
  private static final ParetoNbdParameters TRUTH =
      new ParetoNbdParameters(0.553, 10.578, 0.606, 11.669);

  @Test
  void followsTheSlopeOfTheLikelihood() {
    Random random = Chance.random();
    Likelihood likelihood =
        new ParetoNbdLikelihood(PurchaseSample.of(histories(random).limit(300)));
    for (int round = 0; round < 20; round++) {
      double[] at = random.doubles(4).map(number -> Math.exp(6 * number - 3)).toArray();
      Slopes.assertFollowed(likelihood, at);
    }
  }

  /** Where customers are alike the likelihood reckons once, and must not reckon wrong. */
  @Test
  void addsUpTheHistories() {
    Random random = new Random(1987);
    List<RepeatPurchases> customers = histories(random).limit(500).toList();
    ParetoNbdModel model = ParetoNbdModel.of(new ParetoNbdParameters(0.6, 9, 0.5, 14));

    Likelihood likelihood =
        new ParetoNbdLikelihood(
            PurchaseSample.of(Stream.concat(customers.stream(), customers.stream())));

    assertThat(likelihood.observations()).isEqualTo(1_000);
    assertThat(likelihood.at(model.estimates().toArray()))
        .isCloseTo(2 * customers.stream().mapToDouble(model::logLikelihood).sum(), within(1e-9));
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() throws Exception {
    PurchaseSample sample = PurchaseSample.of(population(TRUTH, 10_000, 4));
    ParetoNbdModel model = ParetoNbdTrainer.fit(sample);

    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      assertThat(pool.submit(() -> ParetoNbdTrainer.fit(sample)).get()).isEqualTo(model);
    }
  }

  /**
   * With time in days instead of weeks α and β are seven times as much, and each purchase's density
   * a seventh.
   */
  @Test
  void doesNotDependOnTheUnitOfTime() {
    List<RepeatPurchases> weeks = population(TRUTH, 3_000, 3).toList();
    Stream<RepeatPurchases> days =
        weeks.stream().map(w -> new RepeatPurchases(w.frequency(), w.recency() * 7, w.age() * 7));

    ParetoNbdModel byWeek = ParetoNbdTrainer.fit(PurchaseSample.of(weeks.stream()));
    ParetoNbdModel byDay = ParetoNbdTrainer.fit(PurchaseSample.of(days));

    long purchases = weeks.stream().mapToLong(RepeatPurchases::frequency).sum();
    assertNear(byDay.parameters().r(), byWeek.parameters().r());
    assertNear(byDay.parameters().alpha(), 7 * byWeek.parameters().alpha());
    assertNear(byDay.parameters().s(), byWeek.parameters().s());
    assertNear(byDay.parameters().beta(), 7 * byWeek.parameters().beta());
    assertThat(byDay.logLikelihood())
        .isCloseTo(byWeek.logLikelihood() - purchases * Math.log(7), within(1e-6));
  }

  /** Purchases then come at the posterior mean of the rate, (r+x)/(α+T). */
  @Test
  void seesThatNobodyLeaves() {
    ParetoNbdModel model =
        ParetoNbdTrainer.fit(
            PurchaseSample.of(population(new ParetoNbdParameters(1, 10, 1e-3, 100), 2_000, 4)));

    assertThat(model.activeProbability(new RepeatPurchases(5, 30, 35))).isGreaterThan(0.99);
    assertThat(model.expectedPurchases(new RepeatPurchases(5, 30, 35), 10, 0))
        .isCloseTo(10 * (1 + 5) / (10 + 35.0), within(0.2));
  }

  @Test
  void refusesWhatDoesNotDetermineAModel() {
    assertThatThrownBy(() -> fit(new RepeatPurchases(0, 0, 3), new RepeatPurchases(0, 0, 5)))
        .isInstanceOf(UnfitException.class)
        .hasMessage("no customer has bought on more than one day");
    RepeatPurchases[] alike = new RepeatPurchases[100];
    Arrays.fill(alike, new RepeatPurchases(4, 40, 50));
    assertThatThrownBy(() -> fit(alike)).isInstanceOf(UnfitException.class);
  }

  /** Histories with few and with many purchases, none of which follow a model. */
  private static Stream<RepeatPurchases> histories(Random random) {
    return Stream.generate(
        () -> {
          int frequency = (int) (Math.exp(4 * random.nextDouble()) - 1);
          double age = 1 + random.nextInt(300) / 7.0;
          return new RepeatPurchases(
              frequency, frequency == 0 ? 0 : age * (1 + random.nextInt(10)) / 10, age);
        });
  }

  private static Stream<RepeatPurchases> population(
      ParetoNbdParameters truth, int customers, long seed) {
    return new SimulatedPopulation(
            new BuyerTruth.Dying(truth), SimulatedPopulation.CDNOW_SPENDERS, false, seed)
        .customers(customers)
        .map(SimulatedCustomer::calibration);
  }

  private static ParetoNbdModel fit(RepeatPurchases... customers) {
    return ParetoNbdTrainer.fit(PurchaseSample.of(Stream.of(customers)));
  }

  private static void assertNear(double actual, double expected) {
    assertThat(Math.log(actual / expected)).isCloseTo(0, within(1e-6));
  }
}
