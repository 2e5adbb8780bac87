package io.shelfwise.standalone.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Two customers of a shop that is watched for ten weeks of days and two weeks more. */
class CalibrationTest {
  private static final PurchaseLog LOG = log();

  private static PurchaseLog log() {
    PurchaseLog.Collector log = new PurchaseLog.Collector();
    log.add("ann", 14, 100);
    log.add("bob", 71, 7);
    log.add("ann", 70, 30);
    log.add("ann", 21, 10);
    log.add("ann", 77, 5);
    log.add("cid", 7, 40);
    log.add("ann", 85, 6);
    return log.log();
  }

  @Test
  void theFirstPurchaseBeginsTheClockAndTheLastDayIsIn() {
    Observations seen = new Calibration(70, OptionalDouble.of(84), 7).observe(LOG);

    assertThat(seen.customers()).isEqualTo(2);
    assertThat(seen.purchases(0)).isEqualTo(new RepeatPurchases(2, 8, 8));
    assertThat(seen.spend(0)).isEqualTo(new RepeatSpend(2, (10.0 + 30) / 2));
    assertThat(seen.purchases(1)).isEqualTo(new RepeatPurchases(0, 0, 9));
    assertThat(seen.spend(1)).isEqualTo(new RepeatSpend(0, 0));
  }

  @Test
  void whatCameIsCountedUntilTheEndOfTheHoldout() {
    Observations.Sequel came =
        new Calibration(70, OptionalDouble.of(84), 7).observe(LOG).sequel().orElseThrow();

    assertThat(came.purchases()).containsExactly(1, 0);
    assertThat(came.spend()).containsExactly(5, 0);
    assertThat(came.length(0)).isEqualTo(2);
  }

  @Test
  void withoutAHoldoutNothingCame() {
    assertThat(new Calibration(70, OptionalDouble.empty(), 7).observe(LOG).sequel()).isEmpty();
    assertThatThrownBy(() -> new Calibration(70, OptionalDouble.of(70), 7))
        .hasMessageContaining("expected: later than 70");
  }

  /**
   * Ann's weeks end on the days 21, 28, … 70: eight, of which the first and the last are used; the
   * next one ends on 77.
   */
  @Test
  void opportunitiesAreUnitsOfTimeSinceTheFirstPurchase() {
    Observations seen = new Calibration(70, OptionalDouble.of(84), 7).observeOpportunities(LOG);

    assertThat(seen.purchases(0)).isEqualTo(new RepeatPurchases(2, 8, 8));
    assertThat(seen.purchases(1)).isEqualTo(new RepeatPurchases(0, 0, 9));
    assertThat(seen.sequel().orElseThrow().purchases()).containsExactly(1, 0);
    assertThat(seen.sequel().orElseThrow().length(0)).isEqualTo(2);
  }

  @Test
  void ofAUnitThatHasNotEndedNothingIsSaid() {
    Observations seen = new Calibration(76, OptionalDouble.of(83), 14).observeOpportunities(LOG);

    assertThat(seen.purchases(0)).isEqualTo(new RepeatPurchases(2, 4, 4));
    assertThat(seen.sequel().orElseThrow().purchases()).containsExactly(0, 0, 0);
    assertThat(seen.sequel().orElseThrow().length(0)).isZero();
  }

  @Test
  void timesBetweenPurchasesAreKnown() {
    assertThat(new Calibration(70, OptionalDouble.empty(), 7).observe(LOG).logGaps().orElseThrow())
        .isCloseTo(Math.log(7 / 7.0) + Math.log(49 / 7.0), within(1e-12));
  }
}
