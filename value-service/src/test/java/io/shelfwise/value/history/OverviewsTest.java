package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OverviewsTest {
  private final Shop shop = new Shop();
  private int looks;
  private final Overviews<Long> orders =
      new Overviews<>(
          store -> {
            looks++;
            return store.totals().orders();
          });

  @Test
  void looksAgainOnlyWhereSomethingChanged() {
    shop.buys("ann", 0, 1);
    assertThat(orders.of(shop.store())).isEqualTo(1);

    orders.refresh(List.of(shop.store()));
    assertThat(looks).isEqualTo(1);

    shop.buys("ann", 1, 1);
    // Twenty times as long as the first look took must have gone by.
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (looks < 2 && System.nanoTime() < patience) {
      orders.refresh(List.of(shop.store()));
    }

    assertThat(looks).isEqualTo(2);
    assertThat(orders.of(shop.store())).isEqualTo(2);
  }

  @Test
  void passesByWhereNobodyHasBought() {
    shop.until(0);

    orders.refresh(List.of(shop.store()));

    assertThat(looks).isZero();
  }
}
