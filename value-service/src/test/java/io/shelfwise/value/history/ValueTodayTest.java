package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTodayTest {
  private final Shop shop = new Shop();

  @Test
  void addsUpWhatACustomerIsWorth() {
    shop.buys("ann", 0, 30).buys("ann", 40, 10).buys("ann", 50, 20).buys("bob", 60, 60);

    ValueToday ann = of("ann");

    assertThat(ann.recencyDays()).isEqualTo(10);
    assertThat(ann.tenureDays()).isEqualTo(60);
    assertThat(ann.averageOrderMicros()).isEqualTo(20e6);
    assertThat(ann.purchaseFrequency()).isEqualTo(3 / (60 / 30.0));
    assertThat(ann.contributionRate()).isEqualTo(60 / (60 + 60.0));
    assertThat(ann.frequencyIndex()).isEqualTo(20e6 * 3 / (60 / 30.0));
    assertThat(ann.loyaltyIndex(0.5)).isEqualTo(20e6 * 1.5 * 0.5);
  }

  @Test
  void takesANewCustomerForOneOfThirtyDays() {
    shop.buys("ann", 7, 30);

    assertThat(of("ann").tenureDays()).isZero();
    assertThat(of("ann").purchaseFrequency()).isEqualTo(1);
    assertThat(of("ann").frequencyIndex()).isEqualTo(30e6);
  }

  @Test
  void hasNoShareOfNothing() {
    shop.buys("ann", 7, 0);

    assertThat(of("ann").contributionRate()).isZero();
    assertThat(of("ann").averageOrderMicros()).isZero();
  }

  private ValueToday of(String customer) {
    return ValueToday.of(shop.customer(customer), shop.store().totals());
  }
}
