package io.shelfwise.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.Purchase;
import org.junit.jupiter.api.Test;

class ShowcaseTest {
  private static final long DAY = 24L * 60 * 60;

  private final Showcase showcase = new Showcase();

  @Test
  void picksTheRegularWhoBoughtOnMostDaysAndLately() {
    buys("rare", 2, 100);
    buys("regular", 6, 100);
    buys("bigger", 9, 100);
    buys("gone", 12, 40);
    buys("wholesaler", 26, 100);

    assertThat(showcase.customer()).isEqualTo("bigger");
  }

  @Test
  void amongEqualsPicksTheFirstByName() {
    buys("bob", 6, 100);
    buys("ann", 6, 100);

    assertThat(showcase.customer()).isEqualTo("ann");
  }

  @Test
  void withoutRegularsPicksWhoBoughtOnMostDays() {
    buys("once", 1, 100);
    buys("twice", 2, 100);

    assertThat(showcase.customer()).isEqualTo("twice");
  }

  /** So many orders, one a day, the last on a day. */
  private void buys(String customer, int orders, long lastDay) {
    for (long day = lastDay - orders + 1; day <= lastDay; day++) {
      showcase.accept(
          Event.newBuilder()
              .setCustomer(customer)
              .setEventTime(Timestamp.newBuilder().setSeconds(day * DAY))
              .setPurchase(Purchase.getDefaultInstance())
              .build());
    }
  }
}
