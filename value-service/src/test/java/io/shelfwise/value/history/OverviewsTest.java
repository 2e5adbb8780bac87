package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import java.util.ArrayList;
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

  @Test
  void aStoreThatCannotBeLookedAtIsNoOtherOnesTrouble() {
    Histories histories = new Histories();
    for (String store : List.of("bad", "good", "ugly")) {
      histories.apply(
          new LogPart(
              List.of(new CustomerEvent.Order(store, "ann", 0, "GBP", 1_000_000, 1)), "", true));
    }
    List<String> seen = new ArrayList<>();
    Overviews<String> names =
        new Overviews<>(
            store -> {
              if (!store.store().equals("good")) {
                throw new IllegalStateException("it is dark in there");
              }
              seen.add(store.store());
              return store.store();
            });

    names.refresh(histories.stores());

    assertThat(seen).containsExactly("good");
  }
}
