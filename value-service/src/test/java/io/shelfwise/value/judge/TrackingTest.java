package io.shelfwise.value.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.judge.Tracking.Period;
import org.junit.jupiter.api.Test;

class TrackingTest {
  /** Two customers who start at 0 and one who starts at 5, each expected to buy an eighth a day. */
  private static final Tracking TRACKING =
      Tracking.of(new double[] {0, 5, 0}, new double[] {13.9, 3, 14, 700}, 7, 3, age -> age / 8);

  @Test
  void addsUpWhatCameAndWhatWasExpectedOfEachSinceTheStart() {
    assertThat(TRACKING.periods())
        .containsExactly(
            new Period(7, 1, (7 + 7 + 2) / 8.0, 1, (7 + 7 + 2) / 8.0),
            new Period(14, 1, 21 / 8.0, 2, (14 + 14 + 9) / 8.0),
            new Period(21, 1, 21 / 8.0, 3, (21 + 21 + 16) / 8.0));
  }

  @Test
  void tellsHowFarOffItIsFromAPeriodOn() {
    assertThat(TRACKING.rmseFrom(0))
        .isCloseTo(Math.sqrt((1 + 2 * Math.pow(13 / 8.0, 2)) / 3), within(1e-12));
    assertThat(TRACKING.rmseFrom(1)).isCloseTo(13 / 8.0, within(1e-12));
    assertThat(TRACKING.mapeSoFarFrom(1).orElseThrow())
        .isCloseTo(((37 / 8.0 / 2 - 1) + (58 / 8.0 / 3 - 1)) / 2, within(1e-12));
  }

  @Test
  void aPartOfNothingIsLeftOut() {
    Tracking quiet = Tracking.of(new double[] {0}, new double[0], 7, 2, age -> age);
    assertThat(quiet.mapeSoFarFrom(0)).isEmpty();
    assertThat(quiet.rmseFrom(0)).isCloseTo(7, within(1e-12));
  }
}
