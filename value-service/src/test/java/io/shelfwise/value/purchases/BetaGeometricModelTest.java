package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.DivergesException;
import io.shelfwise.value.numeric.Quadrature;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected numbers without a formula were reckoned with forty digits from the papers' formulae, at
 * the parameters that were published for CDNOW, time in weeks.
 */
class BetaGeometricModelTest {
  private static final BetaGeometricParameters BG_CDNOW =
      new BetaGeometricParameters(0.243, 4.414, 0.793, 2.426);
  private static final BetaGeometricParameters MBG_CDNOW =
      new BetaGeometricParameters(0.525, 6.183, 0.891, 1.614);
  private static final BetaGeometricModel BG =
      BetaGeometricModel.of(PurchaseModelKind.BG_NBD, 1, BG_CDNOW);
  private static final BetaGeometricModel MBG =
      BetaGeometricModel.of(PurchaseModelKind.MBG_NBD, 1, MBG_CDNOW);

  @ParameterizedTest
  @CsvFileSource(resources = "bg-nbd.csv", useHeadersInDisplayName = true)
  void agreesWithFortyDigitsOfBgNbd(
      int frequency,
      double recency,
      double age,
      double logLikelihood,
      double active,
      double in2,
      double in39,
      double in52,
      @Nullable Double forever,
      @Nullable Double anyIn39) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertAgrees(BG, customer, logLikelihood, active, in2, in39, in52);
    if (forever != null) {
      assertClose(BG.expectedPurchasesForever(customer, 0.0027), forever);
    }
    if (anyIn39 != null) {
      assertClose(1 - BG.probabilityOfNone(customer, 39), anyIn39);
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "mbg-nbd.csv", useHeadersInDisplayName = true)
  void agreesWithFortyDigitsOfMbgNbd(
      int frequency,
      double recency,
      double age,
      double logLikelihood,
      double active,
      double in2,
      double in39,
      double in52) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertAgrees(MBG, customer, logLikelihood, active, in2, in39, in52);
  }

  private static void assertAgrees(
      PurchaseModel model,
      RepeatPurchases customer,
      double logLikelihood,
      double active,
      double in2,
      double in39,
      double in52) {
    assertThat(model.logLikelihood(customer)).isCloseTo(logLikelihood, within(1e-11));
    assertClose(model.activeProbability(customer), active);
    assertClose(model.expectedPurchases(customer, 2, 0), in2);
    assertClose(model.expectedPurchases(customer, 39, 0), in39);
    assertClose(model.expectedPurchases(customer, 52, 0), in52);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1429, 0.0078283475160722, 0.0077831237155485",
    "1, 0.053267891171658, 0.053084795263702",
    "2, 0.10338973975625, 0.10324079373276",
    "3, 0.15086523089305, 0.15086328860664",
    "31.8571, 1.0419960608522, 1.0340421000287",
    "32, 1.0452433283744, 1.0371828324286",
    "39, 1.1967231933208, 1.1829536655972",
    "52, 1.4460505953964, 1.4197237577127",
    "78, 1.8605190579428, 1.8047575775531",
  })
  void expectsOfANewCustomer(double weeks, double ofBg, double ofMbg) {
    assertClose(BG.expectedPurchases(RepeatPurchases.NEW, weeks, 0), ofBg);
    assertClose(MBG.expectedPurchases(RepeatPurchases.NEW, weeks, 0), ofMbg);
  }

  @Test
  void knowsHowLikelyEachNumberOfPurchasesIs() {
    assertClose(BG.probabilityOf(10, RepeatPurchases.NEW, 2), 1.0786896403691e-7);
    double[] in39 = {
      0.57378635209601,
      0.19939528083591,
      0.085429759539061,
      0.045860353848,
      0.027671449335782,
      0.017965493866579,
      0.012268976715555,
      0.0086954288041553,
    };
    for (int n = 0; n < in39.length; n++) {
      assertClose(BG.probabilityOf(n, RepeatPurchases.NEW, 39), in39[n]);
    }
    double[] in30 = {
      0.0019995214474789,
      0.0015170236299647,
      0.0011633150066561,
      0.00090031478964364,
      0.0007023637658874,
      0.00055179024264923,
      0.0004361912808977,
      0.00034671713962422,
      0.00027696126484011,
      0.00022222604800664,
    };
    for (int n = 0; n < in30.length; n++) {
      assertClose(BG.probabilityOf(11 + n, RepeatPurchases.NEW, 30), in30[n]);
    }
  }

  /** The more often one bought before falling silent, the likelier one has left. */
  @ParameterizedTest
  @CsvSource({"10, 0.3474606", "15, 0.04283391", "20, 0.004158973", "25, 0.0003585683"})
  void knowsThatSilenceSaysMoreOfFrequentBuyers(int frequency, double published) {
    BetaGeometricModel vignette =
        BetaGeometricModel.of(
            PurchaseModelKind.BG_NBD,
            1,
            new BetaGeometricParameters(0.2425982, 4.4136, 0.79299, 2.42617));
    double expected = vignette.expectedPurchases(new RepeatPurchases(frequency, 20, 39), 52, 0);

    assertThat(expected / published).isCloseTo(1, within(1e-3));
  }

  /** There the closed form divides by zero, and takes the logarithm of a negative number. */
  @Test
  void hasNoSingularities() {
    assertClose(
        bg(0.243, 4.414, 1, 2.426).expectedPurchases(new RepeatPurchases(2, 30.43, 38.86), 39, 0),
        1.10213678604);
    assertClose(
        bg(0.11, 2.24, 0.31, 0.5).expectedPurchases(new RepeatPurchases(0, 0, 1), 30, 0),
        0.56458861553278);
  }

  /** Gamma functions of numbers above 170 are more than a double holds. */
  @Test
  void countsHundredsAndThousandsOfPurchases() {
    assertThat(BG.probabilityOf(200, RepeatPurchases.NEW, 100)).isBetween(1e-12, 1e-4);
    RepeatPurchases often = new RepeatPurchases(3_000, 38, 38);
    double sum = 0;
    double mean = 0;
    for (int n = 0; n < 5_000; n++) {
      double probability = BG.probabilityOf(n, often, 20);
      sum += probability;
      mean += n * probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertClose(mean, BG.expectedPurchases(often, 20, 0), 1e-8);
  }

  /**
   * Of any customer of any such model: probabilities sum up to 1 and their mean is what is
   * expected; those who are still there later are no more than now; with a discount all time is
   * worth what a very long time is; and what cannot be has no chance.
   */
  @Test
  void agreesWithItself() {
    Random random = Chance.random();
    for (int round = 0; round < 60; round++) {
      BetaGeometricModel model = any(random);
      RepeatPurchases customer = anyCustomer(random);
      double time = 1 + 40 * random.nextDouble();

      double sum = 0;
      double mean = 0;
      for (int n = 0; n < 2_000 && sum < 1 - 1e-13; n++) {
        double probability = model.probabilityOf(n, customer, time);
        assertThat(probability).isBetween(0.0, 1.0);
        sum += probability;
        mean += n * probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
      assertThat(mean)
          .isCloseTo(model.expectedPurchases(customer, time, 0), within(1e-6 * (1 + mean)));

      double active = model.activeProbability(customer);
      double later = model.activeProbability(customer, time);
      assertThat(later).isBetween(0.0, active);
      // Whoever buys nothing in that time is as likely to be there as one who was watched longer.
      double silent =
          model.activeProbability(
              new RepeatPurchases(customer.frequency(), customer.recency(), customer.age() + time));
      assertThat(later).isGreaterThanOrEqualTo(silent * model.probabilityOfNone(customer, time));

      double rate = 0.05 + random.nextDouble();
      double forever = model.expectedPurchasesForever(customer, rate);
      assertThat(model.expectedPurchases(customer, 40 / rate, rate))
          .isCloseTo(forever, within(1e-9 * forever + 1e-300));
      assertThat(model.expectedPurchasesForever(customer, 1e9)).isLessThan(1e-4);
    }
  }

  /**
   * What is expected begins with the next purchase: it is ∫ e^(−δu) · (1 + what is expected of one
   * who bought just then) dF(u), with F(u) the probability of a purchase until u. Summed over
   * steps, each by its middle, the integral is wrong by the square of their length; so what a sum
   * still lacks is a third of what halving the steps changed, and less than the whole of it.
   */
  @Test
  void expectsTheNextPurchaseAndWhatFollows() {
    Random random = Chance.random();
    for (int round = 0; round < 20; round++) {
      BetaGeometricModel model = any(random);
      RepeatPurchases customer = anyCustomer(random);
      double time = 20 * random.nextDouble();
      double rate = 0.05 * random.nextDouble();

      double roughly = fromTheNextPurchase(model, customer, time, rate, 100);
      double finely = fromTheNextPurchase(model, customer, time, rate, 200);

      assertThat(model.expectedPurchases(customer, time, rate))
          .isCloseTo(finely, within(Math.abs(finely - roughly) + 1e-10 * finely + 1e-12));
    }
  }

  private static double fromTheNextPurchase(
      PurchaseModel model, RepeatPurchases customer, double time, double rate, int steps) {
    double step = time / steps;
    double sum = 0;
    double noneBefore = 1;
    for (int i = 0; i < steps; i++) {
      double middle = (i + 0.5) * step;
      double age = customer.age() + middle;
      RepeatPurchases bought = new RepeatPurchases(customer.frequency() + 1, age, age);
      double follows = model.expectedPurchases(bought, time - middle, rate);
      double none = model.probabilityOfNone(customer, (i + 1) * step);
      sum += (noneBefore - none) * Math.exp(-rate * middle) * (1 + follows);
      noneBefore = none;
    }
    return sum;
  }

  /**
   * Σ over short steps of what is expected in the step × e^(−δ · its middle) comes to the
   * discounted expectation.
   */
  @Test
  void discountsEachPurchaseByItsTime() {
    Random random = Chance.random();
    for (int round = 0; round < 20; round++) {
      BetaGeometricModel model = any(random);
      RepeatPurchases customer = anyCustomer(random);
      double rate = 0.01 * random.nextDouble();
      double horizon = 100 * random.nextDouble();

      int steps = 500;
      double step = horizon / steps;
      double sum = 0;
      double before = 0;
      for (int i = 0; i < steps; i++) {
        double until = model.expectedPurchases(customer, (i + 1) * step, 0);
        sum += (until - before) * Math.exp(-rate * (i + 0.5) * step);
        before = until;
      }

      double discounted = model.expectedPurchases(customer, horizon, rate);
      assertThat(discounted).isCloseTo(sum, within(1e-5 * sum + 1e-12));
      assertThat(discounted).isLessThanOrEqualTo(before);
    }
  }

  /** Whatever is asked first, and by whichever thread. */
  @Test
  void forecastsWhatItExpects() {
    Random random = Chance.random();
    for (int round = 0; round < 5; round++) {
      BetaGeometricModel model = any(random);
      List<RepeatPurchases> customers =
          Stream.generate(() -> anyCustomer(random))
              .limit(20)
              .flatMap(c -> Stream.of(c, new RepeatPurchases(c.frequency(), 0, c.age())))
              .toList();

      ToDoubleFunction<RepeatPurchases> forecast = model.forecast(30, 0.01);

      assertThat(customers.parallelStream().mapToDouble(forecast).toArray())
          .containsExactly(
              customers.stream().mapToDouble(c -> model.expectedPurchases(c, 30, 0.01)).toArray());
    }
  }

  /**
   * BG/NBD: what is expected is the probability of being active times what is expected of a new
   * customer of a population with r + x, α + T and b + x.
   */
  @Test
  void isANewCustomerOfAnotherPopulation() {
    RepeatPurchases customer = new RepeatPurchases(5, 30, 39);
    PurchaseModel other = bg(0.243 + 5, 4.414 + 39, 0.793, 2.426 + 5);

    assertClose(
        BG.expectedPurchases(customer, 20, 0),
        BG.activeProbability(customer) * other.expectedPurchases(RepeatPurchases.NEW, 20, 0));
  }

  /** The rate of a new customer, r/α · ₂F₁(r+1, a; a+b; −u/α) = r/α · E[(1 + pu/α)^−(r+1)]. */
  @Test
  void expectsTheIntegralOfTheRate() {
    double a = 2;
    double b = 3;
    PurchaseModel model = bg(0.7, 5, a, b);
    double expected =
        Quadrature.integrate(
            u ->
                0.7
                    / 5
                    * Quadrature.integrate(
                        p -> 12 * p * (1 - p) * (1 - p) * Math.pow(1 + p * u / 5, -1.7), 0, 1),
            0,
            25);

    assertClose(model.expectedPurchases(RepeatPurchases.NEW, 25, 0), expected);
  }

  @Test
  void isBgNbdAtRegularityOne() {
    BetaGeometricModel regular = BetaGeometricModel.of(PurchaseModelKind.BG_CNBD_K, 1, BG_CDNOW);
    RepeatPurchases customer = new RepeatPurchases(2, 30.43, 38.86);

    assertThat(regular.expectedPurchases(customer, 39, 0))
        .isEqualTo(BG.expectedPurchases(customer, 39, 0));
    assertThat(regular.logLikelihood(customer)).isEqualTo(BG.logLikelihood(customer));
  }

  /** Without a discount the mean of 1/p for p ~ Beta(a, b), which is infinite from a = 1 down. */
  @Test
  void refusesWhatIsInfinite() {
    RepeatPurchases customer = new RepeatPurchases(2, 30, 39);

    assertThatThrownBy(() -> BG.expectedPurchasesForever(customer, 0))
        .isInstanceOf(DivergesException.class)
        .hasMessageContaining("infinite");
    assertThatThrownBy(() -> bg(0.5, 5, 1, 2).expectedPurchasesForever(customer, 0))
        .isInstanceOf(DivergesException.class);
    PurchaseModel finite = bg(0.5, 5, 1.5, 2);
    assertClose(
        finite.expectedPurchasesForever(customer, 0),
        finite.activeProbability(customer) * (1.5 + (2 + 2) - 1) / (1.5 - 1));
    assertClose(
        finite.expectedPurchasesForever(customer, 1e-9),
        finite.expectedPurchasesForever(customer, 0),
        0.01);
  }

  @Test
  void boundsHowManyPurchasesThereWillBe() {
    RepeatPurchases customer = new RepeatPurchases(10, 35, 39);
    PurchaseInterval interval = BG.interval(customer, 39, 0.9);

    double below = 0;
    for (int n = 0; n < interval.least(); n++) {
      below += BG.probabilityOf(n, customer, 39);
    }
    double until = below;
    for (int n = interval.least(); n <= interval.most(); n++) {
      until += BG.probabilityOf(n, customer, 39);
    }
    assertThat(below).isLessThanOrEqualTo(0.05);
    assertThat(until).isGreaterThanOrEqualTo(0.95);
    assertThat(until - BG.probabilityOf(interval.most(), customer, 39)).isLessThan(0.95);
    assertThatThrownBy(() -> BG.interval(customer, 39, 1)).hasMessageContaining("level: 1.0");
  }

  /** However the probabilities are added up. */
  @Test
  void boundsPurchasesOfAnyCustomer() {
    Random random = Chance.random();
    for (int round = 0; round < 50; round++) {
      BetaGeometricModel model = any(random);
      RepeatPurchases customer = anyCustomer(random);
      double time = 50 * random.nextDouble();
      double level = 0.5 + 0.49 * random.nextDouble();
      AtomicInteger n = new AtomicInteger();

      assertThat(model.interval(customer, time, level))
          .isEqualTo(
              PurchaseInterval.of(
                  () -> model.probabilityOf(n.getAndIncrement(), customer, time), level));
    }
    // Of one who buys so often that no purchase at all has a probability below what a double holds.
    RepeatPurchases often = new RepeatPurchases(3_000, 38, 38);
    double expected = BG.expectedPurchases(often, 38, 0);
    PurchaseInterval interval = BG.interval(often, 38, 0.5);
    assertThat(interval.least()).isLessThan((int) expected);
    assertThat(interval.most()).isGreaterThan((int) expected);
  }

  @Test
  void refusesWhatIsNoHistory() {
    assertThatThrownBy(() -> new RepeatPurchases(-1, 0, 1)).hasMessageContaining("frequency: -1");
    assertThatThrownBy(() -> new RepeatPurchases(1, 2, 1)).hasMessageContaining("recency: 2.0");
    assertThatThrownBy(() -> new RepeatPurchases(0, 1, 1)).hasMessageContaining("recency: 1.0");
    assertThatThrownBy(() -> new RepeatPurchases(0, 0, Double.NaN)).hasMessageContaining("age");
    // A rounding is no mistake.
    assertThat(new RepeatPurchases(1, Math.nextUp(7.3), 7.3).recency()).isEqualTo(7.3);
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> bg(1, 0, 1, 1)).hasMessageContaining("alpha: 0.0");
    assertThatThrownBy(() -> BetaGeometricModel.of(PurchaseModelKind.MBG_NBD, 2, MBG_CDNOW))
        .hasMessageContaining("regularity: 2");
    assertThatThrownBy(() -> BetaGeometricModel.of(PurchaseModelKind.NBD, 1, MBG_CDNOW))
        .hasMessageContaining("kind: NBD");
  }

  private static BetaGeometricModel bg(double r, double alpha, double a, double b) {
    return BetaGeometricModel.of(
        PurchaseModelKind.BG_NBD, 1, new BetaGeometricParameters(r, alpha, a, b));
  }

  private static BetaGeometricModel any(Random random) {
    return BetaGeometricModel.of(
        random.nextBoolean() ? PurchaseModelKind.BG_CNBD_K : PurchaseModelKind.MBG_CNBD_K,
        1 + random.nextInt(4),
        new BetaGeometricParameters(
            0.1 + 3 * random.nextDouble(),
            3 + 20 * random.nextDouble(),
            0.05 + 2 * random.nextDouble(),
            0.05 + 5 * random.nextDouble()));
  }

  private static RepeatPurchases anyCustomer(Random random) {
    int frequency = random.nextInt(10);
    double age = 1 + 100 * random.nextDouble();
    return new RepeatPurchases(frequency, frequency == 0 ? 0 : age * random.nextDouble(), age);
  }

  private static void assertClose(double actual, double expected) {
    assertClose(actual, expected, 1e-10);
  }

  private static void assertClose(double actual, double expected, double relative) {
    assertThat(actual / expected).isCloseTo(1, within(relative));
  }
}
