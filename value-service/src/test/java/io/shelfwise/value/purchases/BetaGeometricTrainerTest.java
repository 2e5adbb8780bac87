package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.Slopes;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BetaGeometricTrainerTest {
  private static final BetaGeometricParameters TRUTH =
      new BetaGeometricParameters(0.243, 4.414, 0.793, 2.426);

  @Test
  void followsTheSlopeOfTheLikelihood() {
    long seed = Chance.seed();
    Random random = new Random(seed);
    PurchaseSample sample = PurchaseSample.of(population(TRUTH, 500, seed));
    for (int round = 0; round < 20; round++) {
      BetaGeometricLikelihood likelihood =
          new BetaGeometricLikelihood(
              new BetaGeometricVariant(round % 2 == 0, 1 + round % 5), sample);
      double[] at = new double[4];
      for (int i = 0; i < 4; i++) {
        at[i] = 0.1 + 4 * random.nextDouble();
      }
      Slopes.assertFollowed(likelihood, at);
    }
  }

  @Test
  void isTheSameInWhateverOrderTheCustomersCome() {
    List<RepeatPurchases> customers = new ArrayList<>(population(TRUTH, 3_000, 1).toList());
    BetaGeometricModel model =
        BetaGeometricTrainer.fit(
            PurchaseModelKind.BG_NBD, 1, PurchaseSample.of(customers.stream()));
    Collections.shuffle(customers, new Random(2));

    assertThat(
            BetaGeometricTrainer.fit(
                PurchaseModelKind.BG_NBD, 1, PurchaseSample.of(customers.stream())))
        .isEqualTo(model);
  }

  /**
   * With time in days instead of weeks α is seven times as much, and each purchase's density a
   * seventh.
   */
  @Test
  void doesNotDependOnTheUnitOfTime() {
    List<RepeatPurchases> weeks = population(TRUTH, 3_000, 3).toList();
    Stream<RepeatPurchases> days =
        weeks.stream().map(w -> new RepeatPurchases(w.frequency(), w.recency() * 7, w.age() * 7));

    BetaGeometricModel byWeek =
        BetaGeometricTrainer.fit(PurchaseModelKind.BG_NBD, 1, PurchaseSample.of(weeks.stream()));
    BetaGeometricModel byDay =
        BetaGeometricTrainer.fit(PurchaseModelKind.BG_NBD, 1, PurchaseSample.of(days));

    long purchases = weeks.stream().mapToLong(RepeatPurchases::frequency).sum();
    assertNear(byDay.parameters().r(), byWeek.parameters().r(), 1e-6);
    assertNear(byDay.parameters().alpha(), 7 * byWeek.parameters().alpha(), 1e-6);
    assertNear(byDay.parameters().a(), byWeek.parameters().a(), 1e-6);
    assertThat(byDay.logLikelihood())
        .isCloseTo(byWeek.logLikelihood() - purchases * Math.log(7), within(1e-6));
  }

  @Test
  void mergesCustomersWhoAreAlike() {
    PurchaseSample sample =
        PurchaseSample.of(
            Stream.of(
                new RepeatPurchases(1, 2, 3),
                new RepeatPurchases(0, 0, 3),
                new RepeatPurchases(1, 2, 3)));

    assertThat(sample.rows()).isEqualTo(2);
    assertThat(sample.customers()).isEqualTo(3);
    assertThat(sample.repeaters()).isEqualTo(2);
    assertThat(sample.weight(1)).isEqualTo(2);
  }

  @Test
  void seesThatNobodyLeaves() {
    BetaGeometricModel model =
        BetaGeometricTrainer.fit(
            PurchaseModelKind.BG_NBD,
            1,
            PurchaseSample.of(population(new BetaGeometricParameters(1, 10, 1e-6, 1), 2_000, 4)));

    assertThat(model.activeProbability(new RepeatPurchases(5, 30, 35))).isGreaterThan(0.99);
    assertThat(model.expectedPurchases(new RepeatPurchases(5, 30, 35), 10, 0))
        .isCloseTo(10 * (1 + 5) / (10 + 35.0), within(0.2));
  }

  /** However few they are, there is a model or a reason why there is none, and no number is NaN. */
  @ParameterizedTest
  @EnumSource(
      value = PurchaseModelKind.class,
      names = {"NBD", "BG_NBD", "MBG_NBD", "BG_CNBD_K", "MBG_CNBD_K"})
  void saysSomethingSoundOfFewCustomers(PurchaseModelKind kind) {
    int fitted = 0;
    int refused = 0;
    for (int customers : new int[] {1, 2, 3, 5, 10, 30, 100}) {
      for (long seed = 0; seed < 10; seed++) {
        PurchaseSample sample =
            PurchaseSample.of(population(TRUTH, customers, seed), 3.0 * customers);
        try {
          assertSound(kind.fit(sample));
          fitted++;
        } catch (UnfitException e) {
          assertThat(e.reason()).isNotBlank();
          refused++;
        }
      }
    }
    assertThat(fitted).isPositive();
    assertThat(refused).isPositive();
  }

  private static void assertSound(PurchaseModel model) {
    assertThat(model.logLikelihood()).isFinite();
    assertThat(model.estimates().values().values()).allMatch(value -> value > 0);
    assertThat(model.estimates().standardErrors().values()).allMatch(Double::isFinite);
    for (RepeatPurchases customer :
        List.of(
            RepeatPurchases.NEW, new RepeatPurchases(3, 10, 39), new RepeatPurchases(0, 0, 30))) {
      assertThat(model.activeProbability(customer)).isBetween(0.0, 1.0);
      assertThat(model.expectedPurchases(customer, 39, 0)).isFinite().isNotNegative();
      assertThat(model.expectedPurchasesForever(customer, 0.1)).isFinite().isNotNegative();
      assertThat(model.probabilityOfNone(customer, 39)).isBetween(0.0, 1.0);
    }
  }

  /** A sample that only tells frequency, recency and age cannot tell how regular purchases are. */
  @Test
  void refusesToGuessHowRegularPurchasesAre() {
    PurchaseSample sample = PurchaseSample.of(population(TRUTH, 1_000, 5));

    assertThatThrownBy(() -> PurchaseModelKind.BG_CNBD_K.fit(sample))
        .isInstanceOf(UnfitException.class)
        .hasMessage("the times between purchases are not known");
  }

  /** A weight of three is three customers. */
  @Test
  void countsCustomersWhoAreAlikeEachForOne() {
    List<RepeatPurchases> customers = population(TRUTH, 2_000, 6).toList();

    BetaGeometricModel once = fit(customers.stream());
    BetaGeometricModel thrice =
        fit(customers.stream().flatMap(customer -> Stream.of(customer, customer, customer)));

    assertThat(thrice.logLikelihood()).isCloseTo(3 * once.logLikelihood(), within(1e-6));
    for (int i = 0; i < 4; i++) {
      assertNear(thrice.estimates().value(i), once.estimates().value(i), 1e-6);
      assertNear(
          thrice.estimates().standardError(i).orElseThrow(),
          once.estimates().standardError(i).orElseThrow() / Math.sqrt(3),
          1e-5);
    }
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

  private static BetaGeometricModel fit(RepeatPurchases... customers) {
    return fit(Stream.of(customers));
  }

  private static BetaGeometricModel fit(Stream<RepeatPurchases> customers) {
    return BetaGeometricTrainer.fit(PurchaseModelKind.BG_NBD, 1, PurchaseSample.of(customers));
  }

  private static Stream<RepeatPurchases> population(
      BetaGeometricParameters truth, int customers, long seed) {
    return new SimulatedPopulation(
            new BuyerTruth.Leaving(truth, false, 1),
            SimulatedPopulation.CDNOW_SPENDERS,
            false,
            seed)
        .customers(customers)
        .map(SimulatedCustomer::calibration);
  }

  private static void assertNear(double actual, double expected, double logTolerance) {
    assertThat(Math.log(actual / expected)).isCloseTo(0, within(logTolerance));
  }
}
