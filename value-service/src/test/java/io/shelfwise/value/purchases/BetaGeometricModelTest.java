package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers without a formula were reckoned with forty digits from the paper's formulae. */
class BetaGeometricModelTest {
  /** The parameters that Fader, Hardie and Lee published for CDNOW, time in weeks. */
  private static final BetaGeometricParameters CDNOW =
      new BetaGeometricParameters(0.243, 4.414, 0.793, 2.426);

  private static final BetaGeometricModel MODEL =
      BetaGeometricModel.of(PurchaseModelKind.BG_NBD, 1, CDNOW);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 38.86, -0.55471327643816, 1, 0.19509805201126, 0.25207302228246, 0.011152435883882",
    "1, 1.71, 38.86, -4.4690932750326, 0.21210098537738, 0.20318698707975, 0.25982346486862, 0.012068039166594",
    "2, 30.43, 38.86, -9.4586063070663, 0.72657857008067, 1.2260281747671, 1.5587208064321, 0.074478904413608",
    "26, 30.86, 31.0, -37.726579473394, 0.96891564971753, 20.749726140857, 25.758195936484, 1.4069315320112",
    "10, 35, 39, -27.379221625019, 0.84260318864173, 6.1160555693646, 7.6800583067878, 0.39156920709112",
    "5, 30, 39, -17.736933989634, 0.70562684715786, 2.6794573315757, 3.3799964200632, 0.16811875209799",
    "20, 25, 39, -34.423824039195, 0.010107788486838, 0.14287452763621, 0.17888956971556, 0.0092724268435361",
    "7, 35, 77.86, -23.943185418339, 0.048933760488176, 0.1472136162728, 0.18909540607399, 0.0085495821077308",
    "1, 38.86, 38.86, -5.736959104845, 0.75365020192606, 0.72197643763392, 0.92322063669324, 0.04288089533659",
    "29, 38.0, 38.86, -44.442068525079, 0.95522172124163, 19.452293843158, 24.328161893066, 1.2693614363666",
    "100, 10, 100, 83.975802374856, 7.9520810952834e-85, 2.6206202876217e-83, 3.3693978569446e-83, 1.5156360182955e-84",
    "221, 103.42857, 103.57143, -68.904448754184, 0.99524426966366, 70.175691233971, 90.283703030171, 4.0487953208103",
  })
  void agreesWithFortyDigitArithmetic(
      int frequency,
      double recency,
      double age,
      double logLikelihood,
      double active,
      double in39Weeks,
      double in52Weeks,
      double in2Weeks) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertThat(MODEL.logLikelihood(customer)).isCloseTo(logLikelihood, within(1e-11));
    assertClose(MODEL.activeProbability(customer), active);
    assertClose(MODEL.expectedPurchases(customer, 39, 0), in39Weeks);
    assertClose(MODEL.expectedPurchases(customer, 52, 0), in52Weeks);
    assertClose(MODEL.expectedPurchases(customer, 2, 0), in2Weeks);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1429, 0.0078283475160722",
    "1, 0.053267891171658",
    "31.8571, 1.0419960608522",
    "39, 1.1967231933208",
    "52, 1.4460505953964",
    "78, 1.8605190579428",
  })
  void expectsOfANewCustomer(double weeks, double expected) {
    assertClose(MODEL.expectedPurchases(RepeatPurchases.NEW, weeks, 0), expected);
  }

  /** There the closed form divides by zero, and takes the logarithm of a negative number. */
  @Test
  void hasNoSingularities() {
    assertClose(
        BetaGeometricModel.of(
                PurchaseModelKind.BG_NBD, 1, new BetaGeometricParameters(0.243, 4.414, 1, 2.426))
            .expectedPurchases(new RepeatPurchases(2, 30.43, 38.86), 39, 0),
        1.10213678604);
    assertClose(
        BetaGeometricModel.of(
                PurchaseModelKind.BG_NBD, 1, new BetaGeometricParameters(0.11, 2.24, 0.31, 0.5))
            .expectedPurchases(new RepeatPurchases(0, 0, 1), 30, 0),
        0.56458861553278);
  }

  /**
   * With a discount the expectation of all time is finite; after ten thousand weeks hardly anything
   * is added.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 38.86, 1.0157019311181",
    "2, 30.43, 38.86, 5.156379826154",
    "26, 30.86, 31.0, 70.906486525558",
  })
  void discountsAllTimeToCome(int frequency, double recency, double age, double expected) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertThat(MODEL.expectedPurchases(customer, 10_000, 0.0027) / expected)
        .isCloseTo(1, within(1e-9));
  }

  /**
   * Σ over short steps of what is expected in the step × e^(−δ · its middle) comes to the
   * discounted expectation.
   */
  @Test
  void discountsEachPurchaseByItsTime() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      BetaGeometricModel model =
          BetaGeometricModel.of(
              PurchaseModelKind.BG_NBD,
              1,
              new BetaGeometricParameters(
                  0.05 + 3 * random.nextDouble(),
                  1 + 50 * random.nextDouble(),
                  0.05 + 2 * random.nextDouble(),
                  0.05 + 5 * random.nextDouble()));
      int frequency = random.nextInt(20);
      double age = 1 + 300 * random.nextDouble();
      double recency = frequency == 0 ? 0 : age * random.nextDouble();
      RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);
      double rate = 0.001 * random.nextDouble();
      double horizon = 365 * random.nextDouble();

      int steps = 2_000;
      double step = horizon / steps;
      double sum = 0;
      double before = 0;
      for (int i = 0; i < steps; i++) {
        double until = model.expectedPurchases(customer, (i + 1) * step, 0);
        sum += (until - before) * Math.exp(-rate * (i + 0.5) * step);
        before = until;
      }

      double discounted = model.expectedPurchases(customer, horizon, rate);
      assertThat(discounted).isCloseTo(sum, within(1e-6 * sum + 1e-12));
      assertThat(discounted).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void stillCountsWherePurchasesAreManyAndTheHorizonIsLong() {
    assertThat(MODEL.expectedPurchases(new RepeatPurchases(2_000, 4, 4), 1_000, 0))
        .isBetween(1_000.0, 500_000.0);
  }

  @Test
  void refusesWhatIsNoHistory() {
    assertThatThrownBy(() -> new RepeatPurchases(-1, 0, 1)).hasMessageContaining("frequency: -1");
    assertThatThrownBy(() -> new RepeatPurchases(1, 2, 1)).hasMessageContaining("recency: 2.0");
    assertThatThrownBy(() -> new RepeatPurchases(0, 1, 1)).hasMessageContaining("recency: 1.0");
    assertThatThrownBy(() -> new RepeatPurchases(0, 0, Double.NaN)).hasMessageContaining("age");
    assertThatThrownBy(() -> new BetaGeometricParameters(1, 0, 1, 1))
        .hasMessageContaining("alpha: 0.0");
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual / expected).isCloseTo(1, within(1e-10));
  }
}
