package io.shelfwise.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.history.Shop;
import org.junit.jupiter.api.Test;

class StoreRhythmTest {
  private final Shop shop = new Shop();

  @Test
  void isTheMedianOfThoseWhoCameBack() {
    shop.buys("once", 0, 1);
    shop.buys("often", 0, 1).buys("often", 2, 1).buys("often", 8, 1);
    shop.buys("seldom", 0, 1).buys("seldom", 300, 1);
    shop.buys("between", 0, 1).buys("between", 20, 1);

    assertThat(StoreRhythm.of(shop.store()).usualDays()).hasValue(20);
  }

  @Test
  void isNotKnownBeforeAnyoneCameBack() {
    shop.buys("ann", 0, 1, 3).until(9);

    assertThat(StoreRhythm.of(shop.store()).usualDays()).isEmpty();
  }
}
