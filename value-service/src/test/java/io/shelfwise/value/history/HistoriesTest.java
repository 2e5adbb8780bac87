package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.CustomerEvent.Answer;
import io.shelfwise.value.feed.CustomerEvent.Browsing;
import io.shelfwise.value.feed.CustomerEvent.Order;
import io.shelfwise.value.feed.CustomerEvent.Rating;
import io.shelfwise.value.feed.CustomerEvent.Refund;
import io.shelfwise.value.feed.CustomerEvent.Sign;
import io.shelfwise.value.feed.CustomerEvent.Step;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.feed.OrderLine;
import io.shelfwise.value.feed.SurveyReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoriesTest {
  private static final long NOON = Instant.parse("2011-09-09T12:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private final Histories histories = new Histories();

  @Test
  void addsUpWhatACustomerBought() {
    apply(
        order("ann", NOON, 10), order("ann", NOON + 2 * DAY, 5), refund("ann", NOON + 3 * DAY, 3));

    CustomerHistory ann = customer("ann");
    assertThat(ann.orders()).isEqualTo(2);
    assertThat(ann.revenueMicros()).isEqualTo(15);
    assertThat(ann.returnedMicros()).isEqualTo(3);
    assertThat(ann.netMicros()).isEqualTo(12);
    assertThat(ann.firstOrderMillis()).isEqualTo(NOON);
    assertThat(ann.lastOrderMillis()).isEqualTo(NOON + 2 * DAY);
  }

  @Test
  void whoIsErasedLeavesNothingBehindButTheTimeThatItIs() {
    apply(order("bob", NOON, 7));
    StoreTotals without = totals();
    apply(
        order("ann", NOON + DAY, 10),
        refund("ann", NOON + DAY, 3),
        new Answer("demo", "ann", NOON, "spring", "wish", new SurveyReply.Words()),
        new CustomerEvent.Erasure("demo", "ann", NOON + 9 * DAY));

    assertThat(histories.store("demo").orElseThrow().customer("ann")).isEmpty();
    assertThat(totals())
        .isEqualTo(
            new StoreTotals(
                NOON + DAY,
                without.currency(),
                without.buyers(),
                without.orders(),
                without.revenueMicros(),
                without.returnedMicros(),
                without.changes() + 4));
    List<String> answered = new ArrayList<>();
    histories
        .store("demo")
        .orElseThrow()
        .answers()
        .forEach(
            new StoreAnswers.Question("spring", "wish"), (customer, _) -> answered.add(customer));
    assertThat(answered).isEmpty();
  }

  @Test
  void anErasureAloneMakesNoStore() {
    apply(new CustomerEvent.Erasure("demo", "ann", NOON));

    assertThat(histories.stores()).isEmpty();
  }

  @Test
  void mergesTheOrdersOfADayByUtc() {
    apply(
        order("ann", NOON, 1),
        order("ann", NOON + 11 * HOUR, 2),
        order("ann", NOON + 12 * HOUR, 4));

    CustomerHistory ann = customer("ann");
    int day = CustomerHistory.dayOf(NOON);
    assertThat(ann.purchaseDaysUntil(day - 1)).isZero();
    assertThat(ann.purchaseDaysUntil(day)).isEqualTo(1);
    assertThat(ann.purchaseDaysUntil(day + 1)).isEqualTo(2);
    assertThat(ann.purchaseDayMicros(0)).isEqualTo(1 + 2);
    assertThat(ann.purchaseDayMicros(1)).isEqualTo(4);
  }

  @Test
  void countsOrdersAndPiecesByTheDay() {
    apply(
        new Order("demo", "ann", NOON + DAY, "GBP", 5, 40),
        new Order("demo", "ann", NOON, "GBP", 5, 2),
        new Order("demo", "ann", NOON + DAY, "GBP", 5, 1));

    CustomerHistory ann = customer("ann");
    assertThat(ann.pieces()).isEqualTo(40 + 2 + 1);
    assertThat(ann.purchaseDays()).isEqualTo(2);
    assertThat(ann.purchaseDayOrders(0)).isEqualTo(1);
    assertThat(ann.purchaseDayOrders(1)).isEqualTo(2);
  }

  @Test
  void knowsOnWhichDaysGoodsCameBack() {
    apply(
        order("ann", NOON, 10),
        refund("ann", NOON + 2 * DAY, 3),
        refund("ann", NOON + DAY, 1),
        refund("ann", NOON + 2 * DAY, 2));

    CustomerHistory ann = customer("ann");
    int day = CustomerHistory.dayOf(NOON);
    assertThat(ann.returnDays()).isEqualTo(2);
    assertThat(ann.returnDaysUntil(day)).isZero();
    assertThat(ann.returnDaysUntil(day + 1)).isEqualTo(1);
    assertThat(ann.returnDay(1)).isEqualTo(day + 2);
    assertThat(ann.returnDayReturns(1)).isEqualTo(2);
    assertThat(ann.returnDayMicros(1)).isEqualTo(3 + 2);
    assertThat(histories.store("demo").orElseThrow().totals().returnedMicros())
        .isEqualTo(BigInteger.valueOf(3 + 1 + 2));
  }

  @Test
  void keepsWhatACustomerThoughtOfIt() {
    apply(order("ann", NOON, 10));
    assertThat(customer("ann").meanStars()).isEmpty();

    apply(new Rating("demo", "ann", NOON, 4.5), new Rating("demo", "ann", NOON, 2));

    assertThat(customer("ann").ratings()).isEqualTo(2);
    assertThat(customer("ann").meanStars()).hasValue((4.5 + 2) / 2);
  }

  @Test
  void countsEachBuyerOnce() {
    apply(
        order("ann", NOON, 10),
        order("ann", NOON + DAY, 10),
        order("bob", NOON, 10),
        new Sign("demo", "eve", NOON));

    assertThat(histories.store("demo").orElseThrow().totals().buyers()).isEqualTo(2);
  }

  /** Days before 1970 are days too, and so is the longest way between two. */
  @Test
  void keepsDaysInOrderWhereverTheyLie() {
    apply(order("ann", NOON, 3), order("ann", -9 * DAY, 1), order("ann", -DAY, 2));

    CustomerHistory ann = customer("ann");
    assertThat(ann.purchaseDay(0)).isEqualTo(-9);
    assertThat(ann.purchaseDay(1)).isEqualTo(-1);
    assertThat(ann.purchaseDaysUntil(-2)).isEqualTo(1);
    assertThat(ann.purchaseDayMicros(2)).isEqualTo(3);
  }

  /** Events may come in any order of time; what was made of them is the same. */
  @Test
  void doesNotDependOnTheOrderOfTheLog() {
    Random random = Chance.random();
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long time = NOON + random.nextLong(100 * DAY);
      events.add(
          switch (random.nextInt(3)) {
            case 0 -> order("ann", time, random.nextInt(1_000));
            case 1 -> refund("ann", time, random.nextInt(1_000));
            default -> new Rating("demo", "ann", time, 1 + random.nextInt(41) / 10.0);
          });
    }
    apply(events.toArray(CustomerEvent[]::new));
    Collections.shuffle(events, random);
    Histories shuffled = new Histories();
    shuffled.apply(new LogPart(events, "1", true));

    assertThat(shuffled.store("demo").orElseThrow().customer("ann").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(customer("ann"));
    assertThat(shuffled.store("demo").orElseThrow().totals())
        .isEqualTo(histories.store("demo").orElseThrow().totals());
  }

  @Test
  void countsWhatACustomerDoesByTheDay() {
    apply(
        new Browsing("demo", "ann", NOON, Step.VIEW),
        new Browsing("demo", "ann", NOON + HOUR, Step.VIEW),
        new Browsing("demo", "ann", NOON + HOUR, Step.SEARCH),
        new Browsing("demo", "ann", NOON + DAY, Step.VIEW),
        new Rating("demo", "ann", NOON + DAY, 4.5));

    CustomerActivity ann = customer("ann").activity();
    int day = CustomerHistory.dayOf(NOON);
    assertThat(ann.count(Act.VIEWS, day - 1, day)).isEqualTo(2);
    assertThat(ann.count(Act.VIEWS, day, day + 1)).isEqualTo(1);
    assertThat(ann.count(Act.SEARCHES, day - 1, day + 1)).isEqualTo(1);
    assertThat(ann.count(Act.RATINGS, day - 1, day + 1)).isEqualTo(1);
    assertThat(ann.count(Act.MILLI_STARS, day - 1, day + 1)).isEqualTo(4_500);
    assertThat(ann.count(Act.CART_ADDITIONS, day - 1, day + 1)).isZero();
    assertThat(ann.lastDay(day, -1)).isEqualTo(day);
    assertThat(ann.lastDay(day - 1, -1)).isEqualTo(-1);
  }

  @Test
  void knowsWhichProductsWereBoughtWhen() {
    apply(
        new Order(
            "demo",
            "ann",
            NOON,
            "GBP",
            10,
            3,
            List.of(new OrderLine("cup", 4), new OrderLine("pot", 6))),
        new Order("demo", "ann", NOON + DAY, "GBP", 5, 1, List.of(new OrderLine("cup", 5))));

    int day = CustomerHistory.dayOf(NOON);
    assertThat(bought("ann", day)).isEqualTo(Map.of("cup", 4L, "pot", 6L));
    assertThat(bought("ann", day + 1)).isEqualTo(Map.of("cup", 4L + 5, "pot", 6L));
  }

  private Map<String, Long> bought(String customer, int lastDay) {
    ProductDictionary products = histories.store("demo").orElseThrow().products();
    Map<String, Long> bought = new HashMap<>();
    customer(customer)
        .activity()
        .forEachProduct(
            lastDay,
            (product, micros) -> bought.merge(products.product(product), micros, Long::sum));
    return bought;
  }

  @Test
  void knowsWhoWasSeenAndDidNotBuy() {
    apply(new Sign("demo", "bob", NOON));

    assertThat(customer("bob").hasBought()).isFalse();
    assertThat(histories.store("demo").orElseThrow().customer("eve")).isEmpty();
    assertThat(histories.store("other")).isEmpty();
  }

  @Test
  void takesTheNewestEventForNow() {
    apply(new Sign("demo", "bob", NOON + DAY), order("ann", NOON, 1));

    assertThat(histories.store("demo").orElseThrow().totals().asOfMillis()).isEqualTo(NOON + DAY);
  }

  @Test
  void addsUpTheStoreWhateverItsSize() {
    long trillion = 1_000_000_000_000L * 1_000_000;
    for (int i = 0; i < 20; i++) {
      apply(order("customer-" + i, NOON, trillion));
    }

    assertThat(histories.store("demo").orElseThrow().totals().revenueMicros())
        .isEqualTo(BigInteger.valueOf(trillion).multiply(BigInteger.valueOf(20)));
  }

  @Test
  void doesNotAddUpAnotherCurrency() {
    apply(order("ann", NOON, 10), new Order("demo", "ann", NOON, "USD", 7, 1));

    assertThat(customer("ann").revenueMicros()).isEqualTo(10);
    assertThat(customer("ann").orders()).isEqualTo(1);
  }

  @Test
  void countsAnOrderWithoutPricesAndLeavesTheCurrencyOpen() {
    apply(new Order("demo", "ann", NOON, "", 0, 1));
    assertThat(histories.store("demo").orElseThrow().totals().currency()).isEmpty();

    apply(order("ann", NOON + DAY, 10), new Order("demo", "ann", NOON + 2 * DAY, "", 0, 1));

    assertThat(histories.store("demo").orElseThrow().totals().currency()).isEqualTo("GBP");
    assertThat(customer("ann").orders()).isEqualTo(3);
    assertThat(customer("ann").revenueMicros()).isEqualTo(10);
  }

  @Test
  void keepsStoresApart() {
    apply(order("ann", NOON, 10), new Order("other", "ann", NOON, "USD", 7, 1));

    assertThat(customer("ann").revenueMicros()).isEqualTo(10);
    assertThat(histories.store("other").orElseThrow().totals().revenueMicros()).isEqualTo(7);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    apply(
        order("ann", NOON, 10),
        order("ann", NOON + DAY, 7),
        refund("ann", NOON, 3),
        new Rating("demo", "ann", NOON, 4),
        new Sign("demo", "bob", NOON),
        new Order("other", "ann", NOON, "USD", 7, 1, List.of(new OrderLine("cup", 7))),
        new Browsing("other", "ann", NOON, Step.VIEW),
        new Answer("other", "ann", NOON, "spring", "wish", new SurveyReply.Figure(1)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    histories.write(new DataOutputStream(bytes));

    Histories read =
        Histories.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read).usingRecursiveComparison().isEqualTo(histories);
    assertThat(read.cursor()).isEqualTo("here");
  }

  private void apply(CustomerEvent... events) {
    histories.apply(new LogPart(List.of(events), "here", true));
  }

  private StoreTotals totals() {
    return histories.store("demo").orElseThrow().totals();
  }

  private CustomerHistory customer(String id) {
    return histories.store("demo").orElseThrow().customer(id).orElseThrow();
  }

  private static CustomerEvent order(String customer, long time, long micros) {
    return new Order("demo", customer, time, "GBP", micros, 1);
  }

  private static CustomerEvent refund(String customer, long time, long micros) {
    return new Refund("demo", customer, time, "GBP", micros);
  }
}
