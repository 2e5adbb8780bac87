package io.shelfwise.value.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateChangeTest {
  /** Two times of one length: each of four events falls into either like a coin. */
  @Test
  void isWhatCoinsDo() {
    RateChange threeOfFour = new RateChange(3, 30, 1, 30);

    assertThat(threeOfFour.expected()).isEqualTo(1);
    assertThat(threeOfFour.probabilityOfSoMany()).isCloseTo((4 + 1) / 16.0, within(1e-12));
    assertThat(threeOfFour.probabilityOfSoFew()).isCloseTo(1 - 1 / 16.0, within(1e-12));
  }

  @Test
  void silenceIsUnlikelyInProportionToWhatCameBefore() {
    assertThat(new RateChange(0, 30, 10, 270).probabilityOfSoFew())
        .isCloseTo(Math.pow(0.9, 10), within(1e-12));
    assertThat(new RateChange(3, 30, 0, 270).probabilityOfSoMany())
        .isCloseTo(Math.pow(0.1, 3), within(1e-12));
  }

  @Test
  void nothingIsNotRemarkable() {
    RateChange nothing = new RateChange(0, 30, 0, 30);

    assertThat(nothing.probabilityOfSoMany()).isEqualTo(1);
    assertThat(nothing.probabilityOfSoFew()).isEqualTo(1);
  }

  /** Both tails hold the number itself: they add up to one and its own probability. */
  @Test
  void theTailsOverlapInOneNumber() {
    RateChange change = new RateChange(4, 20, 6, 80);
    double itself = 210 * Math.pow(0.2, 4) * Math.pow(0.8, 6);

    assertThat(change.probabilityOfSoMany() + change.probabilityOfSoFew())
        .isCloseTo(1 + itself, within(1e-12));
  }

  @Test
  void refusesWhatIsNoCount() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(-1, 30, 0, 30));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(1, 30, 0, 0));
  }
}
