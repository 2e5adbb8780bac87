package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.value.history.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final Level GOLD = new Level("gold", 1_000, 2, "thank");
  private static final Level SILVER = new Level("silver", 100, 1, "bundle");
  private static final Level REST = new Level("bronze", 0, 0, "offer");
  private static final Levels LEVELS = new Levels(List.of(SILVER, REST, GOLD));

  private final Shop shop = new Shop();

  @Test
  void asksForSpendAndOrders() {
    shop.buys("both", 0, 500, 2);
    shop.buys("large", 0, 5_000);
    shop.buys("often", 0, 10, 9);
    shop.buys("little", 0, 99.99);

    assertThat(level("both")).isEqualTo(GOLD);
    assertThat(level("large")).isEqualTo(SILVER);
    assertThat(level("often")).isEqualTo(REST);
    assertThat(level("little")).isEqualTo(REST);
  }

  @Test
  void countsWhatWasKept() {
    shop.buys("ann", 0, 500, 2).returns("ann", 1, 0.01);
    shop.buys("eve", 0, 10).returns("eve", 1, 50);

    assertThat(level("ann")).isEqualTo(SILVER);
    assertThat(level("eve")).isEqualTo(REST);
  }

  @Test
  void knowsItsLevelsByName() {
    assertThat(LEVELS.highestFirst()).containsExactly(GOLD, SILVER, REST);
    assertThat(LEVELS.named("silver")).contains(SILVER);
    assertThat(LEVELS.named("wood")).isEmpty();
  }

  @Test
  void refusesLevelsOfWhichNoneIsHigher() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Levels(List.of(GOLD, new Level("odd", 100, 3, ""), REST)))
        .withMessageContaining("gold (1000.0, 2) and odd (100.0, 3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Levels(List.of(REST, new Level("tin", 0, 0, ""))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(List.of(GOLD, SILVER)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Level("Gold", 0, 0, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Level("gold", Double.NaN, 0, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Level("gold", 0, -1, ""));
  }

  private Level level(String customer) {
    return LEVELS.level(shop.customer(customer));
  }
}
