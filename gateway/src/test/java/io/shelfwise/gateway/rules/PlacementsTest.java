package io.shelfwise.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.shelfwise.gateway.blend.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementsTest {
  private static Placement placement(String name) {
    return new Placement(
        name,
        Weights.of(Map.of("content", 1.0, "popular", 1.0)),
        Weights.of(Map.of("popular", 1.0)),
        false,
        false,
        0);
  }

  @Test
  void aPlacementIsFoundByItsName() {
    Placements placements = new Placements(List.of(placement("similar"), placement("cart")));
    assertThat(placements.find("cart")).map(Placement::name).contains("cart");
    assertThat(placements.find("cellar")).isEmpty();
    assertThat(placements.names()).containsExactly("cart", "similar");
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Placements(List.of(placement("cart"), placement("cart"))));
  }

  @Test
  void recommendersThatFillUpAreAskedTooEachOnce() {
    assertThat(placement("cart").recommenders()).containsExactly("content", "popular");
    assertThat(placement("cart").weighing(Weights.of(Map.of("content", 1.0))).recommenders())
        .containsExactly("content", "popular");
  }

  @Test
  void whatIsNoNameOrNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placement("For You"))
        .withMessage("placement: For You (expected: 1 to 64 of a-z 0-9 -)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Placement(
                    "cart",
                    placement("cart").weights(),
                    placement("cart").fallback(),
                    false,
                    false,
                    -1))
        .withMessage("longestRun: -1 (expected: >= 0)");
  }
}
