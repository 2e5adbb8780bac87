package io.shelfwise.gateway.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
  @Test
  void weightsAreKeptAsPartsOfOne() {
    Weights weights = Weights.of(Map.of("popular", 1.0, "content", 3.0));
    assertThat(weights.of("popular")).isEqualTo(1.0 / (1 + 3), within(1e-15));
    assertThat(weights.of("content")).isEqualTo(3.0 / (1 + 3), within(1e-15));
  }

  @Test
  void aRecommenderWithoutWeightIsNotAsked() {
    Weights weights = Weights.of(Map.of("popular", 1.0, "content", 0.0));
    assertThat(weights.names()).containsExactly("popular");
    assertThat(weights.shares()).containsExactly(Map.entry("popular", 1.0));
    assertThat(weights.of("content")).isZero();
    assertThat(weights.of("unheard-of")).isZero();
  }

  @Test
  void whatIsNoWeightIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weights.of(Map.of("popular", -0.5)))
        .withMessage("weight of popular: -0.5 (expected: >= 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weights.of(Map.of("popular", Double.NaN)));
    assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(Map.of("popular", 0.0)));
    assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(Map.of()));
  }
}
