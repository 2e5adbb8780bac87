package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.numeric.DivergesException;
import org.junit.jupiter.api.Test;

class NbdModelTest {
  private static final NbdModel MODEL = NbdModel.of(0.385, 12.072);
  private static final RepeatPurchases CUSTOMER = new RepeatPurchases(2, 30.43, 38.86);

  @Test
  void expectsThatThingsGoOn() {
    double rate = (0.385 + 2) / (12.072 + 38.86);
    assertThat(MODEL.expectedPurchases(CUSTOMER, 39, 0)).isCloseTo(39 * rate, within(1e-12));
    assertThat(MODEL.expectedPurchases(CUSTOMER, 39, 0.01))
        .isCloseTo(rate * (1 - Math.exp(-0.39)) / 0.01, within(1e-12));
    assertThat(MODEL.expectedPurchasesForever(CUSTOMER, 0.01))
        .isCloseTo(rate / 0.01, within(1e-12));
    assertThat(MODEL.activeProbability(CUSTOMER, 1_000)).isEqualTo(1);
  }

  /** The likelihood of the times is that of the count, less the ways in which x times lie in T. */
  @Test
  void knowsHowLikelyEachNumberOfPurchasesIs() {
    double sum = 0;
    double mean = 0;
    for (int n = 0; n < 500; n++) {
      double probability = MODEL.probabilityOf(n, CUSTOMER, 39);
      sum += probability;
      mean += n * probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(MODEL.expectedPurchases(CUSTOMER, 39, 0), within(1e-10));
    assertThat(Math.exp(MODEL.logLikelihood(CUSTOMER)) * 38.86 * 38.86 / 2)
        .isCloseTo(MODEL.probabilityOf(2, RepeatPurchases.NEW, 38.86), within(1e-12));
  }

  @Test
  void refusesAnInfiniteNumber() {
    assertThatThrownBy(() -> MODEL.expectedPurchasesForever(CUSTOMER, 0))
        .isInstanceOf(DivergesException.class)
        .hasMessageContaining("infinite");
  }
}
