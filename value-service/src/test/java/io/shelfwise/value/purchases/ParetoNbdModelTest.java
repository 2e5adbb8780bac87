package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.DivergesException;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers without a formula were reckoned with forty digits from the paper's formulae. */
class ParetoNbdModelTest {
  /** The parameters that Fader, Hardie and Lee published for CDNOW, time in weeks. */
  private static final ParetoNbdModel CDNOW = model(0.553, 10.578, 0.606, 11.669);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 38.86, -0.52104629408089, 0.29528660461689, 0.10708146821531, 0.13620100592391, 0.006528401286841, 0.4771362290322",
    "1, 1.71, 38.86, -4.450194333881, 0.16800232672434, 0.17109298055378, 0.21761969130913, 0.010430970484743, 0.76236029367068",
    "2, 30.43, 38.86, -9.5542832451504, 0.86916755915301, 1.4551231932576, 1.850826720702, 0.088714025738555, 6.4837735677307",
    "26, 30.86, 31.0, -39.131671540303, 0.99791873105516, 20.117026077371, 25.458472951429, 1.2569421352631, 86.056493601164",
    "10, 35, 39, -27.112242541227, 0.92372354816741, 6.3769743725019, 8.1117738182604, 0.38863488042147, 28.433808901946",
    "5, 30, 39, -17.483496353835, 0.8108305773127, 2.9454693639705, 3.7467582388558, 0.179507093362, 13.133330656434",
    "20, 25, 39, -35.833809703695, 0.031250463896843, 0.42017325904901, 0.53447767589973, 0.025606812062935, 1.873478777808",
    "7, 35, 77.86, -23.784575336742, 0.058557395343228, 0.17399966703005, 0.22470110666114, 0.0099352220298752, 0.89265502262788",
    "1, 38.86, 38.86, -6.2339717840061, 1.0, 1.0183964942016, 1.2953373655723, 0.062088250133925, 4.5377960444652",
    "29, 38.0, 38.86, -45.575341807941, 0.98647434419975, 19.117575255916, 24.316373543237, 1.1655350359135, 85.184560109934",
    "100, 10, 100, 52.871022216035, 2.4137990130482e-72, 7.7929862877223e-71, 1.0113265046634e-70, 4.3663307824293e-72, 4.2202824518651e-70",
    "221, 103.42857, 103.57143, -76.967741585624, 0.9991340715882, 69.029810282014, 89.64118700385, 3.8582374284824, 376.69462678867",
  })
  void agreesWithFortyDigitArithmetic(
      int frequency,
      double recency,
      double age,
      double logLikelihood,
      double active,
      double in39Weeks,
      double in52Weeks,
      double in2Weeks,
      double forever) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertClose(CDNOW.logLikelihood(customer), logLikelihood);
    assertClose(CDNOW.activeProbability(customer), active);
    assertClose(CDNOW.expectedPurchases(customer, 39, 0), in39Weeks);
    assertClose(CDNOW.expectedPurchases(customer, 52, 0), in52Weeks);
    assertClose(CDNOW.expectedPurchases(customer, 2, 0), in2Weeks);
    assertClose(CDNOW.expectedPurchasesForever(customer, 0.0027), forever);
  }

  /** Purchases so many in so short a time that the likelihood's factors leave a double's range. */
  @ParameterizedTest
  @CsvSource({
    "400, 5, 6, 892.01066907646843, 1.02725514043241e-8, 2.15138625543344e-6",
    "500, 1, 37, 1376.6167128589906, 2.37982102785184e-305, 2.36300265348207e-303",
    "133, 200, 200, -196.82175715282036, 1, 6.25365075794946",
    "221, 103.43, 103.57, -76.964978360381085, 0.999153858232273, 18.9053793018109",
  })
  void staysInRange(
      int frequency,
      double recency,
      double age,
      double logLikelihood,
      double active,
      double in10Weeks) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertClose(CDNOW.logLikelihood(customer), logLikelihood);
    assertClose(CDNOW.activeProbability(customer), active);
    assertClose(CDNOW.expectedPurchases(customer, 10, 0), in10Weeks);
  }

  /** The probability of being active is 1.4e-728 then. */
  @Test
  void isSureThatACustomerIsGone() {
    RepeatPurchases customer = new RepeatPurchases(1000, 10, 100);

    assertClose(CDNOW.logLikelihood(customer), 2876.138460611635);
    assertThat(CDNOW.activeProbability(customer)).isZero();
    assertThat(CDNOW.expectedPurchases(customer, 10, 0)).isZero();
    assertThat(CDNOW.probabilityOfNone(customer, 10)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1429, 0.0074430311713786",
    "1, 0.050979843245991",
    "2, 0.0995754005728",
    "3, 0.1460611850502",
    "31.8571, 1.0525351781084",
    "32, 1.0558961304113",
    "39, 1.213002844281",
    "52, 1.4729968033751",
    "78, 1.9093981293137",
  })
  void expectsOfANewCustomer(double weeks, double expected) {
    assertClose(CDNOW.expectedPurchases(RepeatPurchases.NEW, weeks, 0), expected);
  }

  /** The closed form divides by s − 1. */
  @Test
  void hasNoSingularityAtAShapeOfOne() {
    ParetoNbdModel one = model(0.553, 10.578, 1, 11.669);

    assertClose(one.expectedPurchases(RepeatPurchases.NEW, 39, 0), 0.89576323688643);
    assertClose(
        one.expectedPurchases(RepeatPurchases.NEW, 39, 0),
        0.553 / 10.578 * 11.669 * Math.log(1 + 39 / 11.669));
  }

  /** Other implementations have one formula for α &lt; β and another for α &gt; β. */
  @ParameterizedTest
  @CsvSource({
    "0.60046, 11.61075, 0.51692, 8.62757, 0.879741111653847, 1.49680640110278",
    "2, 30, 1, 3, 0.748637393652283, 1.19852191758487",
    "0.5, 5, 3, 200, 0.869623601166266, 1.5451973235295",
  })
  void doesNotMindWhichOfAlphaAndBetaIsLarger(
      double r, double alpha, double s, double beta, double active, double in39Weeks) {
    RepeatPurchases customer = new RepeatPurchases(2, 30.43, 38.86);

    assertClose(model(r, alpha, s, beta).activeProbability(customer), active);
    assertClose(model(r, alpha, s, beta).expectedPurchases(customer, 39, 0), in39Weeks);
  }

  @Test
  void knowsHowLikelyEachNumberOfPurchasesIs() {
    double[] expected = {
      0.59362503160238,
      0.16556294727718,
      0.082487184116317,
      0.049039953642814,
      0.031695706744289,
      0.021484828361821,
      0.01501118375315,
      0.010707750733515
    };
    for (int n = 0; n < expected.length; n++) {
      assertClose(CDNOW.probabilityOf(n, RepeatPurchases.NEW, 39), expected[n]);
    }
  }

  /** The example of the R package BTYD's manual, at its parameters. */
  @Test
  void agreesWithAnotherPackagesManual() {
    ParetoNbdModel manual = model(0.55, 10.56, 0.61, 11.64);
    double[] from11To20 = {
      0.0018899414730869,
      0.0013322765435068,
      0.00094324397490141,
      0.00067024991221431,
      0.00047774609720856,
      0.00034144253434046,
      0.00024459439222711,
      0.00017557370478677,
      0.00012625643104207,
      9.0937347989533e-5
    };
    for (int i = 0; i < from11To20.length; i++) {
      assertClose(manual.probabilityOf(11 + i, RepeatPurchases.NEW, 30), from11To20[i]);
    }
    assertClose(manual.probabilityOf(10, RepeatPurchases.NEW, 2), 1.8937075966825e-9);
    assertClose(manual.probabilityOf(0, RepeatPurchases.NEW, 39), 0.59593806959792);
    assertClose(
        model(0.5534, 10.5802, 0.6061, 11.6562).activeProbability(new RepeatPurchases(0, 0, 39)),
        0.29414223925153);
  }

  /** Where the gamma functions of the count leave a double's range. */
  @ParameterizedTest
  @CsvSource({
    "200, 100, 7.67873331789079e-12",
    "1000, 5000, 3.75462643521352e-6",
    "500, 20, 7.60241868135533e-95",
  })
  void knowsHowUnlikelyVeryManyPurchasesAre(int purchases, double weeks, double expected) {
    assertThat(CDNOW.probabilityOf(purchases, RepeatPurchases.NEW, weeks) / expected)
        .isCloseTo(1, within(1e-9));
  }

  /** Discounted expected residual transactions of the R package BTYD's example. */
  @Test
  void discountsAllTimeToCome() {
    ParetoNbdModel manual = model(0.5629966, 12.5590370, 0.4081095, 10.5148048);
    assertClose(
        manual.expectedPurchasesForever(new RepeatPurchases(7, 35, 77.86), 0.0027),
        1.8641833280713);
    double[] by1To10Purchases = {
      2.199155449705,
      2.8435344060657,
      2.8671283912062,
      2.4454100786074,
      1.8405019244775,
      1.2624164717439,
      0.80961811945384,
      0.49480361937545,
      0.2920247015698,
      0.16792750856605
    };
    for (int i = 0; i < by1To10Purchases.length; i++) {
      RepeatPurchases customer = new RepeatPurchases(1 + i, 30, 77.86);
      assertClose(manual.expectedPurchasesForever(customer, 0.0027), by1To10Purchases[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 30.43, 38.86, 52, 0.0027, 1.73537226943024",
    "7, 35, 77.86, 104, 0.01, 0.26079090523145",
  })
  void discountsATimeToCome(
      int frequency, double recency, double age, double weeks, double rate, double expected) {
    RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);

    assertClose(CDNOW.expectedPurchases(customer, weeks, rate), expected);
  }

  /** E[X(t)] rises to r/α · β/(s−1), and without bound where s ≤ 1. */
  @Test
  void tellsWhenAllTimeToComeIsInfinite() {
    assertThatThrownBy(() -> CDNOW.expectedPurchasesForever(RepeatPurchases.NEW, 0))
        .isInstanceOf(DivergesException.class);
    assertThatThrownBy(() -> model(1, 10, 1, 10).expectedPurchasesForever(RepeatPurchases.NEW, 0))
        .isInstanceOf(DivergesException.class);
    ParetoNbdModel leaving = model(0.5, 5, 3, 200);
    assertClose(
        leaving.expectedPurchasesForever(RepeatPurchases.NEW, 0), 0.5 / 5 * 200 / (3 - 1.0));
    assertThat(
            leaving.expectedPurchasesForever(RepeatPurchases.NEW, 1e-9)
                / leaving.expectedPurchasesForever(RepeatPurchases.NEW, 0))
        .isCloseTo(1, within(1e-5));
  }

  /** For many customers at once it says what it says for each. */
  @Test
  void forecastsWhatItExpects() {
    Random random = new Random(5);
    for (double rate : new double[] {0, 0.002}) {
      ToDoubleFunction<RepeatPurchases> forecast = CDNOW.forecast(39, rate);
      for (int i = 0; i < 500; i++) {
        int frequency = random.nextInt(4);
        double age = 1 + random.nextInt(20);
        RepeatPurchases customer =
            new RepeatPurchases(frequency, frequency == 0 ? 0 : random.nextInt((int) age), age);
        assertThat(forecast.applyAsDouble(customer))
            .isEqualTo(CDNOW.expectedPurchases(customer, 39, rate));
      }
    }
  }

  /** Where next to nothing is discounted, all time is as good as ever. */
  @Test
  void isSteadyInTheDiscount() {
    ParetoNbdModel leaving = model(0.5, 5, 40, 200);
    double ever = leaving.expectedPurchasesForever(RepeatPurchases.NEW, 0);
    assertThat(leaving.expectedPurchasesForever(RepeatPurchases.NEW, 1e-12) / ever)
        .isCloseTo(1, within(1e-9));
    assertThat(leaving.expectedPurchases(RepeatPurchases.NEW, 1e9, 1e-12) / ever)
        .isCloseTo(1, within(1e-9));
    assertThat(CDNOW.expectedPurchases(RepeatPurchases.NEW, 39, 1e-12))
        .isCloseTo(CDNOW.expectedPurchases(RepeatPurchases.NEW, 39, 0), within(1e-9));
  }

  @Test
  void isSureOfWhoBoughtJustNow() {
    assertThat(CDNOW.activeProbability(new RepeatPurchases(3, 20, 20))).isCloseTo(1, within(1e-14));
    assertThat(CDNOW.activeProbability(RepeatPurchases.NEW)).isCloseTo(1, within(1e-14));
  }

  /**
   * For customers, times and populations at random: the numbers of purchases have probabilities
   * that add up to 1, and their mean is the expectation; of those who are active now the part (1 +
   * t/(β+T))^−s still is after t; a discount makes everything less.
   */
  @Test
  void agreesWithItself() {
    Random random = Chance.random();
    for (int round = 0; round < 20; round++) {
      double s = 0.1 + 3 * random.nextDouble();
      double beta = Math.exp(6 * random.nextDouble() - 2);
      ParetoNbdModel model =
          model(0.1 + 2 * random.nextDouble(), Math.exp(4 * random.nextDouble()), s, beta);
      int frequency = random.nextInt(5);
      double age = 1 + 40 * random.nextDouble();
      double recency = frequency == 0 ? 0 : age * (0.5 + random.nextDouble() / 2);
      RepeatPurchases customer = new RepeatPurchases(frequency, recency, age);
      double time = 5 * random.nextDouble();

      double[] probabilities =
          IntStream.range(0, 400)
              .mapToDouble(n -> model.probabilityOf(n, customer, time))
              .toArray();
      double sum = 0;
      double mean = 0;
      for (int n = 0; n < probabilities.length; n++) {
        sum += probabilities[n];
        mean += n * probabilities[n];
      }
      double expected = model.expectedPurchases(customer, time, 0);
      assertThat(sum).isCloseTo(1, within(1e-7));
      assertThat(mean).isCloseTo(expected, within(1e-5 * expected + 1e-12));
      assertClose(
          model.activeProbability(customer, time),
          model.activeProbability(customer) * Math.pow(1 + time / (beta + age), -s));
      assertThat(model.expectedPurchases(customer, time, 0.1)).isLessThanOrEqualTo(expected);
      assertThat(model.expectedPurchases(customer, time, 0.1))
          .isGreaterThanOrEqualTo(expected * Math.exp(-0.1 * time));
    }
  }

  @Test
  void refusesWhatIsNoPopulation() {
    assertThatThrownBy(() -> model(0, 1, 1, 1)).hasMessageContaining("r: 0.0");
    assertThatThrownBy(() -> model(1, 1, 1, Double.NaN)).hasMessageContaining("beta: NaN");
  }

  private static ParetoNbdModel model(double r, double alpha, double s, double beta) {
    return ParetoNbdModel.of(new ParetoNbdParameters(r, alpha, s, beta));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual / expected).isCloseTo(1, within(1e-11));
  }
}
