package io.shelfwise.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.Interval;
import io.shelfwise.value.numeric.Slopes;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers without a formula were reckoned with forty digits from the note's formulae. */
class GammaGammaTest {
  /** The parameters that Fader and Hardie published for CDNOW. */
  private static final GammaGammaParameters CDNOW = new GammaGammaParameters(6.25, 3.74, 15.44);

  @ParameterizedTest
  @CsvSource({
    "2, 22.35, 24.663713910761, -3.5513167597317",
    "1, 11.77, 18.916852057842, -3.7377096787408",
    "2, 40, 39.140419947507, -4.3577047573301",
    "3, 35, 35.027919962773, -4.0639613754667",
    "7, 73.74, 71.469670896967, -6.0548673107222",
    "29, 10.5, 10.868117832491, -4.6523788274132",
  })
  void agreesWithFortyDigitArithmetic(
      int days, double mean, double expected, double logLikelihood) {
    RepeatSpend customer = new RepeatSpend(days, mean);

    assertThat(GammaGammaModel.of(CDNOW).expectedValue(customer))
        .isCloseTo(expected, within(1e-11));
    assertThat(new GammaGammaLikelihood(SpendSample.of(Stream.of(customer))).at(6.25, 3.74, 15.44))
        .isCloseTo(logLikelihood, within(1e-11));
  }

  @Test
  void expectsThePopulationMeanOfOneTimeBuyers() {
    assertThat(GammaGammaModel.of(CDNOW).expectedValue(RepeatSpend.NONE))
        .isCloseTo(6.25 * 15.44 / (3.74 - 1), within(1e-12));
  }

  /** Quantiles at 5, 50 and 95 %, reckoned with SciPy's incomplete gamma function. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 13.073791947367, 28.278640252102, 79.262275029715",
    "2, 22.35, 16.072182801656, 23.628181763749, 36.755121481945",
    "29, 10.5, 9.6174772507516, 10.828874351057, 12.252533185074",
  })
  void knowsWhereACustomersMeanLies(int days, double mean, double low, double middle, double high) {
    RepeatSpend customer = new RepeatSpend(days, mean);
    GammaGammaModel model = GammaGammaModel.of(CDNOW);

    Interval most = model.meanValueInterval(customer, 0.9);
    assertThat(most.low() / low).isCloseTo(1, within(1e-8));
    assertThat(most.high() / high).isCloseTo(1, within(1e-8));
    Interval hardlyAny = model.meanValueInterval(customer, 1e-6);
    assertThat(hardlyAny.low()).isLessThan(middle).isCloseTo(middle, within(1e-4));
    assertThat(hardlyAny.high()).isGreaterThan(middle).isCloseTo(middle, within(1e-4));
  }

  /** A fit adds up the customers, those who are alike once and with their weight. */
  @Test
  void addsUpTheCustomers() {
    List<RepeatSpend> customers =
        Stream.concat(population(CDNOW, 5_000, 1), Stream.of(RepeatSpend.NONE)).toList();
    GammaGammaModel model = GammaGammaModel.of(CDNOW);

    SpendSample sample = SpendSample.of(Stream.concat(customers.stream(), customers.stream()));

    assertThat(sample.customers()).isEqualTo(10_000);
    assertThat(sample.rows()).isEqualTo(5_000);
    double sum =
        customers.stream().filter(c -> c.mean() > 0).mapToDouble(model::logLikelihood).sum();
    assertThat(new GammaGammaLikelihood(sample).at(6.25, 3.74, 15.44))
        .isCloseTo(2 * sum, within(1e-8));
    assertThatThrownBy(() -> model.logLikelihood(RepeatSpend.NONE))
        .hasMessageContaining("mean: 0.0");
  }

  @Test
  void findsTheParametersOfAPopulationAgain() {
    GammaGammaModel model = GammaGammaTrainer.fit(SpendSample.of(population(CDNOW, 40_000, 2013)));

    // Standard errors of the log-parameters in a fit of 4,000 repeat customers, seen over 200 fits.
    double shrink = Math.sqrt(4_000 / 40_000.0);
    assertNear(model.parameters().p(), CDNOW.p(), 4 * 0.0861 * shrink);
    assertNear(model.parameters().q(), CDNOW.q(), 4 * 0.0362 * shrink);
    assertNear(model.parameters().gamma(), CDNOW.gamma(), 4 * 0.1203 * shrink);
  }

  @Test
  void followsTheSlopeOfTheLikelihood() {
    long seed = Chance.seed();
    Random random = new Random(seed);
    GammaGammaLikelihood likelihood =
        new GammaGammaLikelihood(SpendSample.of(population(CDNOW, 500, seed)));
    for (int round = 0; round < 20; round++) {
      double[] at = new double[3];
      for (int i = 0; i < 3; i++) {
        at[i] = 0.5 + 10 * random.nextDouble();
      }
      Slopes.assertFollowed(likelihood, at);
    }
  }

  @Test
  void refusesWhatDoesNotDetermineAModel() {
    assertThatThrownBy(
            () -> GammaGammaTrainer.fit(SpendSample.of(Stream.of(new RepeatSpend(0, 0)))))
        .isInstanceOf(UnfitException.class)
        .hasMessage("no customer has spent money on more than one day");
    Stream<RepeatSpend> alike = IntStream.range(0, 100).mapToObj(_ -> new RepeatSpend(3, 20));
    assertThatThrownBy(() -> GammaGammaTrainer.fit(SpendSample.of(alike)))
        .isInstanceOf(UnfitException.class);
  }

  /** Rates ν whose Gamma has a shape below 1 give values without a mean. */
  @Test
  void refusesAPopulationWithoutAMean() {
    GammaGammaParameters wild = new GammaGammaParameters(5, 0.7, 10);
    assertThatThrownBy(() -> GammaGammaTrainer.fit(SpendSample.of(population(wild, 5_000, 6))))
        .isInstanceOf(UnfitException.class)
        .hasMessageContaining("no mean");
    assertThatThrownBy(() -> GammaGammaModel.of(wild)).hasMessageContaining("q: 0.7");
  }

  private static Stream<RepeatSpend> population(GammaGammaParameters truth, int size, long seed) {
    RandomDataGenerator values = new RandomDataGenerator(seed);
    SplittableRandom days = new SplittableRandom(seed);
    return IntStream.range(0, size)
        .mapToObj(
            _ -> {
              int x = 1 + (int) (-Math.log1p(-days.nextDouble()) * 1.6);
              double rate = values.nextGamma(truth.q(), 1 / truth.gamma());
              return new RepeatSpend(x, values.nextGamma(truth.p() * x, 1 / rate) / x);
            });
  }

  private static void assertNear(double actual, double expected, double logTolerance) {
    assertThat(Math.log(actual / expected)).isCloseTo(0, within(logTolerance));
  }
}
