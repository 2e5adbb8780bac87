package io.shelfwise.recommend.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BasketDecayTest {
  private static final double WITHIN = 0.9;
  private static final double BETWEEN = 0.7;

  @Test
  void ordersDecayInTheirGroupsAndGroupsAmongEachOther() {
    BasketDecay decay = new BasketDecay(2, WITHIN, BETWEEN);

    // Three orders are two groups: the two newest, and the oldest.
    assertThat(decay.weight(0, 3)).isCloseTo(1.0 / 2 / 2, within(1e-12));
    assertThat(decay.weight(1, 3)).isCloseTo(WITHIN / 2 / 2, within(1e-12));
    assertThat(decay.weight(2, 3)).isCloseTo(1.0 / 1 * BETWEEN / 2, within(1e-12));
  }

  @Test
  void fewOrdersAreAGroupEach() {
    BasketDecay decay = new BasketDecay(7, WITHIN, BETWEEN);

    assertThat(decay.weight(0, 1)).isEqualTo(1);
    assertThat(decay.weight(0, 2)).isEqualTo(1.0 / 2);
    assertThat(decay.weight(1, 2)).isCloseTo(BETWEEN / 2, within(1e-12));
  }

  @Test
  void aDecayThatGrowsIsRefused() {
    assertThatThrownBy(() -> new BasketDecay(7, 1.1, 0.7))
        .hasMessage("within: 1.1 (expected: > 0 and <= 1)");
    assertThatThrownBy(() -> new BasketDecay(0, 1, 1)).hasMessage("groups: 0 (expected: >= 1)");
  }
}
