package io.shelfwise.value.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.history.Shop;
import io.shelfwise.value.history.StoreHistory;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewListTest {
  private static final int NOW = 400;
  private static final RiskRule RULE = rule(EnumSet.allOf(Method.class));

  private final Shop shop = new Shop();

  private static RiskRule rule(Set<Method> methods) {
    return new RiskRule(30, methods, 1.5, 3.5, true, 2, 20, 90, 0.001);
  }

  @Test
  void findsWhoSpendsUnlikeOthers() {
    fillWithOrdinaryCustomers();
    shop.buys("whale", NOW, 40_000);

    assertThat(anomalies("whale", Method.IQR)).hasSize(1);
    Anomaly anomaly = anomalies("whale", Method.IQR).getFirst();
    assertThat(anomaly.measure()).isEqualTo(Measure.SPEND);
    assertThat(anomaly.value()).isEqualTo(40_000);
    assertThat(anomaly.threshold()).isBetween(100.0, 40_000.0);
    assertThat(anomaly.severity()).isGreaterThan(1);
    assertThat(anomaly.reason())
        .startsWith("spent 40000.00 GBP in 30 days; ordinary is ")
        .endsWith(
            String.format(
                Locale.ROOT, "more than %.2f is out of the ordinary", anomaly.threshold()));
    assertThat(anomalies("whale", Method.Z_SCORE))
        .extracting(Anomaly::measure)
        .containsExactly(Measure.SPEND);
    assertThat(anomalies("whale", Method.OWN_HISTORY)).as("new here").isEmpty();
  }

  @Test
  void findsWhoSendsBackUnlikeOthers() {
    fillWithOrdinaryCustomers();
    for (int i = 0; i < 25; i++) {
      shop.returns("customer-" + i, NOW - 1, 5 + i);
    }
    shop.buys("returner", NOW - 5, 20).returns("returner", NOW, 4_000);

    assertThat(anomalies("returner", Method.IQR))
        .extracting(Anomaly::measure)
        .containsExactly(Measure.RETURNS);
    assertThat(anomalies("returner", Method.IQR).getFirst().reason())
        .startsWith("sent back 4000.00 GBP in 30 days");
  }

  @Test
  void findsWhoChangedTheirPace() {
    for (int day = 0; day <= NOW - 30; day += 10) {
      shop.buys("gone", day, 10).buys("steady", day, 10).buys("sudden", day, 10);
    }
    for (int day = NOW - 29; day <= NOW; day++) {
      shop.buys("sudden", day, 10);
    }
    shop.buys("steady", NOW - 20, 10).buys("steady", NOW - 10, 10).buys("steady", NOW, 10);

    assertThat(anomalies("steady", Method.OWN_HISTORY)).isEmpty();
    Anomaly sudden = anomalies("sudden", Method.OWN_HISTORY).getFirst();
    assertThat(sudden.measure()).isEqualTo(Measure.ORDER_RATE);
    assertThat(sudden.value()).isEqualTo(30);
    assertThat(sudden.threshold()).isBetween(4.0, 29.0);
    assertThat(sudden.reason())
        .startsWith("30 orders in 30 days; at the pace of the 370 days before, 3.0 would be")
        .contains("so many happen by chance");
    Anomaly gone = anomalies("gone", rule(Set.of(Method.OWN_HISTORY), 0.1)).getFirst();
    assertThat(gone.value()).isZero();
    assertThat(gone.reason()).startsWith("0 orders in 30 days").contains("so few happen by chance");
  }

  @Test
  void findsWhoBeganToSendGoodsBack() {
    shop.buys("ann", 0, 100).buys("ann", NOW - 10, 100);
    for (int day = NOW - 9; day <= NOW; day++) {
      shop.returns("ann", day, 10);
    }

    assertThat(anomalies("ann", Method.OWN_HISTORY))
        .extracting(Anomaly::measure)
        .containsExactly(Measure.RETURNS);
  }

  @Test
  void findsADayUnlikeTheCustomersOwn() {
    for (int i = 0; i < 12; i++) {
      shop.buys("ann", 30 * i, 20 + i).buys("bob", 30 * i, 20 + i);
    }
    shop.buys("ann", NOW, 900).buys("bob", NOW, 30);

    assertThat(anomalies("ann", Method.OWN_HISTORY))
        .extracting(Anomaly::measure)
        .containsExactly(Measure.SPEND);
    assertThat(anomalies("ann", Method.OWN_HISTORY).getFirst().reason())
        .startsWith("spent 900.00 GBP on one day; on the 12 days before");
    assertThat(anomalies("bob", Method.OWN_HISTORY)).isEmpty();
  }

  /** Nearly the same each time, then half as much again: far out, and yet nothing odd. */
  @Test
  void doesNotMindSmallSteps() {
    for (int i = 0; i < 12; i++) {
      shop.buys("ann", 30 * i, 300 + i % 3);
    }
    shop.buys("ann", NOW, 450);
    assertThat(anomalies("ann", Method.OWN_HISTORY)).isEmpty();

    shop.buys("ann", NOW, 200);
    assertThat(anomalies("ann", Method.OWN_HISTORY)).hasSize(1);
    assertThat(anomalies("ann", Method.OWN_HISTORY).getFirst().threshold())
        .isCloseTo(2 * 301, within(1e-9));
  }

  @Test
  void listsTheMostSevereFirst() {
    fillWithOrdinaryCustomers();
    shop.buys("large", NOW, 40_000).buys("larger", NOW, 90_000);

    List<ReviewList.Entry> entries = ReviewList.of(shop.store(), RULE).worstFirst();

    assertThat(entries).extracting(ReviewList.Entry::customer).contains("large", "larger");
    assertThat(entries.getFirst().customer()).isEqualTo("larger");
    assertThat(entries)
        .isSortedAccordingTo(
            (one, other) -> Double.compare(other.anomaly().severity(), one.anomaly().severity()));
    assertThat(entries.stream().map(ReviewList.Entry::anomaly).toList())
        .containsAll(ReviewList.of(shop.store(), RULE).anomalies(shop.customer("large")));
  }

  @Test
  void usesTheMethodsThatAreAskedFor() {
    fillWithOrdinaryCustomers();
    shop.buys("whale", NOW, 40_000);

    assertThat(anomalies("whale", rule(Set.of(Method.IQR))))
        .extracting(Anomaly::method)
        .containsOnly(Method.IQR);
    assertThat(anomalies("whale", rule(Set.of()))).isEmpty();
  }

  /** One customer, all alike, nothing bought, all free, no time before: nothing to compare with. */
  @Test
  void isQuietWhereThereIsNothingToCompareWith() {
    assertThat(new Shop().until(1).store()).satisfies(ReviewListTest::isQuiet);
    assertThat(new Shop().buys("ann", NOW, 1).store()).satisfies(ReviewListTest::isQuiet);
    assertThat(new Shop().returns("ann", NOW, 1).store()).satisfies(ReviewListTest::isQuiet);
    Shop alike = new Shop();
    Shop free = new Shop();
    for (int i = 0; i < 100; i++) {
      alike.buys("customer-" + i, NOW, 10).returns("customer-" + i, NOW, 1);
      free.buys("customer-" + i, NOW, 0);
    }
    assertThat(alike.store()).satisfies(ReviewListTest::isQuiet);
    assertThat(free.store()).satisfies(ReviewListTest::isQuiet);
  }

  private static void isQuiet(StoreHistory store) {
    assertThat(ReviewList.of(store, RULE).worstFirst()).isEmpty();
  }

  @Test
  void refusesARuleThatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> rule(Set.of(), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rule(Set.of(), Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRule(0, Set.of(), 1.5, 3.5, true, 2, 20, 90, 0.001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRule(30, Set.of(), 0, 3.5, true, 2, 20, 90, 0.001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRule(30, Set.of(), 1.5, 3.5, true, 1, 20, 90, 0.001));
  }

  private static RiskRule rule(Set<Method> methods, double chance) {
    return new RiskRule(30, methods, 1.5, 3.5, true, 2, 20, 90, chance);
  }

  /** Fifty customers who spend some 20 to 60 pounds in the window. */
  private void fillWithOrdinaryCustomers() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      shop.buys("customer-" + i, NOW - random.nextInt(25), 20 + random.nextInt(40));
    }
    shop.until(NOW);
  }

  private List<Anomaly> anomalies(String customer, Method method) {
    return anomalies(customer, RULE).stream()
        .filter(anomaly -> anomaly.method() == method)
        .toList();
  }

  private List<Anomaly> anomalies(String customer, RiskRule rule) {
    return ReviewList.of(shop.store(), rule).anomalies(shop.customer(customer));
  }
}
