package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import io.shelfwise.value.history.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RfmTest {
  private final Shop shop = new Shop();

  @Test
  void tellsTheBestFromTheLost() {
    for (int i = 0; i < 20; i++) {
      String customer = "customer-" + i;
      shop.buys(customer, 10 * i, 1 + i, 1 + i);
    }
    Rfm rfm = Scales.of(shop.store(), RfmTable.QUINTILES).rfm();

    RfmScores best = rfm.scores(shop.customer("customer-19"));
    RfmScores worst = rfm.scores(shop.customer("customer-0"));

    assertThat(best).isEqualTo(new RfmScores(5, 5, 5));
    assertThat(rfm.segment(best)).isEqualTo(RfmSegment.CHAMPIONS);
    assertThat(worst).isEqualTo(new RfmScores(1, 1, 1));
    assertThat(rfm.segment(worst)).isEqualTo(RfmSegment.LOST);
    assertThat(
            Scales.of(shop.store(), RfmTable.QUARTILES).rfm().scores(shop.customer("customer-19")))
        .isEqualTo(new RfmScores(4, 4, 4));
  }

  @Test
  void looksAtDaysOrdersAndWhatWasKept() {
    shop.buys("ann", 9, 50).buys("bob", 9, 90).returns("bob", 9, 40).buys("cem", 1, 10, 2);
    Rfm rfm = Scales.of(shop.store(), RfmTable.QUINTILES).rfm();

    assertThat(rfm.scores(shop.customer("ann"))).isEqualTo(rfm.scores(shop.customer("bob")));
    assertThat(rfm.scores(shop.customer("cem"))).isEqualTo(new RfmScores(1, 5, 1));
  }

  @Test
  void knowsNothingOfAnOnlyCustomer() {
    shop.buys("ann", 9, 50);
    Rfm rfm = Scales.of(shop.store(), RfmTable.QUINTILES).rfm();

    assertThat(rfm.scores(shop.customer("ann"))).isEqualTo(new RfmScores(3, 3, 3));
  }

  @Test
  void doesNotDependOnTheOrderOfCustomers() {
    Random random = Chance.random();
    List<Consumer<Shop>> orders = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String customer = "customer-" + random.nextInt(40);
      int day = random.nextInt(30);
      int pounds = random.nextInt(9);
      orders.add(at -> at.buys(customer, day, pounds));
    }
    Shop other = new Shop();
    orders.forEach(order -> order.accept(shop));
    Collections.shuffle(orders, random);
    orders.forEach(order -> order.accept(other));
    Rfm rfm = Scales.of(shop.store(), RfmTable.QUINTILES).rfm();
    Rfm shuffled = Scales.of(other.store(), RfmTable.QUINTILES).rfm();

    shop.store()
        .forEach(
            (customer, history) ->
                assertThat(shuffled.scores(other.customer(customer)))
                    .isEqualTo(rfm.scores(history)));
  }
}
