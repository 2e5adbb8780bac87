package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.DivergesException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected numbers without a formula are published ones, or were reckoned with forty digits from
 * the paper's formulae.
 */
class BgBbModelTest {
  /** What Fader, Hardie and Shang published for six yearly appeals for donations. */
  private static final BgBbModel DONATIONS = model(1.204, 0.750, 0.657, 2.783);

  /** The same, at more digits, from the R package BTYD. */
  private static final BgBbModel MORE_DIGITS = model(1.203528, 0.749726, 0.6567808, 2.783796);

  /** Other implementations guard the logarithm by adding 1e-15, which here is all that is left. */
  @Test
  void keepsTheLikelihoodOfLongHistories() {
    assertThat(DONATIONS.logLikelihood(new RepeatPurchases(600, 700, 2_000)))
        .isCloseTo(-300.664629091, within(1e-9));
    assertThat(DONATIONS.logLikelihood(new RepeatPurchases(3, 5, 200)))
        .isCloseTo(-6.89303967, within(1e-8));
  }

  /** The probability to be there for the appeal of the seventh year. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0.1080", "2, 4, 0.5895", "6, 6, 0.9304"})
  void tellsWhoWillBeThereNextTime(int used, int last, double expected) {
    assertThat(DONATIONS.activeProbability(new RepeatPurchases(used, last, 6), 1))
        .isCloseTo(expected, within(5e-5));
  }

  @Test
  void expectsAsManyAsPublished() {
    assertThat(MORE_DIGITS.expectedPurchases(RepeatPurchases.NEW, 10, 0))
        .isCloseTo(3.17980591, within(5e-9));
    assertThat(MORE_DIGITS.expectedPurchases(new RepeatPurchases(0, 0, 6), 10, 0))
        .isCloseTo(0.13021687, within(5e-9));
    assertThat(MORE_DIGITS.expectedPurchases(new RepeatPurchases(4, 5, 6), 10, 0))
        .isCloseTo(3.62785811, within(5e-9));
  }

  /** In a donation count of 11,104 people. */
  @Test
  void knowsHowLikelyEachNumberOfPurchasesIs() {
    assertThat(11_104 * MORE_DIGITS.probabilityOf(0, RepeatPurchases.NEW, 6))
        .isCloseTo(3454.9, within(0.06));
    assertThat(11_104 * MORE_DIGITS.probabilityOf(6, RepeatPurchases.NEW, 6))
        .isCloseTo(1253.1, within(0.06));
  }

  /** Discounted at 10 % from one opportunity to the next. */
  @Test
  void discountsAllTimeToCome() {
    BgBbModel manual = model(1.20, 0.75, 0.66, 2.78);
    double rate = Math.log(1.1);
    assertClose(
        manual.expectedPurchasesForever(new RepeatPurchases(3, 4, 6), rate), 1.6213791858426);
    double[] by1To6 = {
      1.8020447986142,
      2.6211560707115,
      3.4402673428088,
      4.2593786149062,
      5.0784898870035,
      5.8976011591009
    };
    for (int i = 0; i < by1To6.length; i++) {
      RepeatPurchases customer = new RepeatPurchases(1 + i, 6, 6);
      assertClose(manual.expectedPurchasesForever(customer, rate), by1To6[i]);
      assertClose(manual.expectedPurchases(customer, 2_000, rate), by1To6[i]);
    }
  }

  /** Σ (δ)ᵢ/(γ+δ)ᵢ = δ/(γ−1), and without bound where γ ≤ 1. */
  @Test
  void tellsWhenAllTimeToComeIsInfinite() {
    assertThatThrownBy(() -> DONATIONS.expectedPurchasesForever(RepeatPurchases.NEW, 0))
        .isInstanceOf(DivergesException.class);
    BgBbModel leaving = model(1, 3, 3, 4);
    assertClose(
        leaving.expectedPurchasesForever(RepeatPurchases.NEW, 0), 1 / (1 + 3.0) * 4 / (3 - 1.0));
    assertThat(leaving.expectedPurchasesForever(RepeatPurchases.NEW, 1e-7))
        .isCloseTo(leaving.expectedPurchasesForever(RepeatPurchases.NEW, 0), within(1e-5));
  }

  /**
   * For populations and histories at random: what may come has probabilities that add up to 1, and
   * their mean is the expectation; one who is there for one more opportunity either uses it or not.
   */
  @Test
  void agreesWithItself() {
    Random random = Chance.random();
    for (int round = 0; round < 50; round++) {
      double alpha = 0.1 + 3 * random.nextDouble();
      double beta = 0.1 + 3 * random.nextDouble();
      BgBbModel model =
          model(alpha, beta, 0.1 + 3 * random.nextDouble(), 0.1 + 3 * random.nextDouble());
      int all = 1 + random.nextInt(30);
      int last = random.nextInt(all + 1);
      int used = last == 0 ? 0 : 1 + random.nextInt(last);
      RepeatPurchases customer = new RepeatPurchases(used, last, all);
      int more = random.nextInt(20);

      double sum = 0;
      double mean = 0;
      for (int n = 0; n <= more; n++) {
        double probability = model.probabilityOf(n, customer, more);
        sum += probability;
        mean += n * probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
      assertThat(mean).isCloseTo(model.expectedPurchases(customer, more, 0), within(1e-12));
      assertThat(model.probabilityOf(more + 1, customer, more)).isZero();
      assertClose(
          model.expectedPurchases(customer, 1, 0),
          model.activeProbability(customer, 1) * (alpha + used) / (alpha + beta + all));
      // The history that goes on without a purchase is as likely as this one and then none.
      assertThat(model.logLikelihood(new RepeatPurchases(used, last, all + 1)))
          .isCloseTo(
              model.logLikelihood(customer) + Math.log(model.probabilityOfNone(customer, 1)),
              within(1e-11));
    }
  }

  /** Half a year holds no yearly appeal. */
  @Test
  void countsWholeOpportunities() {
    RepeatPurchases customer = new RepeatPurchases(2, 4, 6);
    assertThat(DONATIONS.expectedPurchases(customer, 0.5, 0)).isZero();
    assertThat(DONATIONS.expectedPurchases(customer, 2.5, 0))
        .isEqualTo(DONATIONS.expectedPurchases(customer, 2, 0));
    assertThat(DONATIONS.activeProbability(new RepeatPurchases(2, 6, 6))).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoCount() {
    assertThatThrownBy(() -> DONATIONS.activeProbability(new RepeatPurchases(1, 2.5, 6)))
        .hasMessageContaining("recency: 2.5 (expected: a whole number");
    assertThatThrownBy(() -> DONATIONS.activeProbability(new RepeatPurchases(1, 2, 6.5)))
        .hasMessageContaining("age: 6.5");
    assertThatThrownBy(() -> DONATIONS.logLikelihood(new RepeatPurchases(5, 4, 6)))
        .hasMessageContaining("recency: 4");
    assertThatThrownBy(() -> model(1, -1, 1, 1)).hasMessageContaining("beta: -1.0");
  }

  private static BgBbModel model(double alpha, double beta, double gamma, double delta) {
    return BgBbModel.of(new BgBbParameters(alpha, beta, gamma, delta));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual / expected).isCloseTo(1, within(1e-11));
  }
}
