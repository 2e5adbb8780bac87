package io.shelfwise.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RevenueStreamTest {
  @Test
  void countsLaterRevenueLess() {
    RevenueStream stream = new RevenueStream(100, 120, 150);

    assertThat(stream.valueAt(0.1))
        .isCloseTo(100 / 1.1 + 120 / Math.pow(1.1, 2) + 150 / Math.pow(1.1, 3), within(1e-12));
    // To the cent; a text that is passed around has 328.82 for the same.
    assertThat(stream.valueAt(0.1)).isCloseTo(302.78, within(0.005));
    assertThat(stream.periods()).isEqualTo(3);
  }

  @Test
  void countsAllAlikeWithoutADiscount() {
    assertThat(new RevenueStream(100, -20, 150).valueAt(0)).isEqualTo(230);
    assertThat(new RevenueStream().valueAt(0.1)).isZero();
  }

  /** The same revenue for ever is worth R/r. */
  @Test
  void comesToAPerpetuity() {
    double[] revenues = new double[1_000];
    Arrays.fill(revenues, 30);
    assertThat(new RevenueStream(revenues).valueAt(0.05)).isCloseTo(30 / 0.05, within(1e-9));
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> new RevenueStream(1).valueAt(-0.1)).hasMessageContaining("rate: -0.1");
    assertThatThrownBy(() -> new RevenueStream(1).valueAt(Double.NaN))
        .hasMessageContaining("rate: NaN");
    assertThatThrownBy(() -> new RevenueStream(1, Double.POSITIVE_INFINITY))
        .hasMessageContaining("revenue: Infinity");
  }
}
