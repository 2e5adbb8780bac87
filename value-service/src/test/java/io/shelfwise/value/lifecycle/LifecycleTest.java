package io.shelfwise.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Shop;
import io.shelfwise.value.lifecycle.LifecycleRule.Thresholds;
import io.shelfwise.value.purchases.BetaGeometricModel;
import io.shelfwise.value.purchases.BetaGeometricParameters;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.RepeatPurchases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final LifecycleRule RULE =
      new LifecycleRule(4, 1, 30, new Thresholds(2.5, 0.5, 0.6), new Thresholds(6, 0.2, 0.9), 3);
  private static final StoreRhythm EVERY_TEN_DAYS = new StoreRhythm(OptionalDouble.of(10));
  private static final Lifecycle RHYTHM = new Lifecycle(RULE, EVERY_TEN_DAYS, Optional.empty());

  /** Of a population like CDNOW's, time in days. */
  private static final Lifecycle MODELLED =
      new Lifecycle(
          RULE,
          EVERY_TEN_DAYS,
          Optional.of(
              BetaGeometricModel.of(
                  PurchaseModelKind.MBG_NBD,
                  1,
                  new BetaGeometricParameters(0.525, 6.183 * 7, 0.891, 1.614))));

  private final Shop shop = new Shop();

  @Test
  void leadsFromTheFirstPurchaseToTheLast() {
    for (int day = 100; day <= 140; day += 10) {
      shop.buys("ann", day, 1);
    }

    assertThat(RHYTHM.changes(shop.customer("ann"), 0, 1_000, 9))
        .containsExactly(
            new StageChange(Optional.empty(), Stage.ACQUISITION, 100),
            change(Stage.ACQUISITION, Stage.GROWTH, 110),
            change(Stage.GROWTH, Stage.RETENTION, 130),
            change(Stage.RETENTION, Stage.AT_RISK, 140 + 25),
            change(Stage.AT_RISK, Stage.CHURNED, 140 + 60));
  }

  @Test
  void takesACustomerBackWhoReturns() {
    shop.buys("ann", 0, 1).buys("ann", 200, 1);

    assertThat(RHYTHM.changes(shop.customer("ann"), 0, 210, 9))
        .containsExactly(
            new StageChange(Optional.empty(), Stage.ACQUISITION, 0),
            change(Stage.ACQUISITION, Stage.AT_RISK, 25),
            change(Stage.AT_RISK, Stage.CHURNED, 60),
            change(Stage.CHURNED, Stage.GROWTH, 200));
  }

  @Test
  void knowsTheCustomersOwnRhythm() {
    shop.buys("slow", 0, 1).buys("slow", 90, 1).buys("slow", 180, 1).buys("slow", 270, 1);
    shop.buys("fast", 267, 1).buys("fast", 268, 1).buys("fast", 269, 1).buys("fast", 270, 1);

    assertThat(RHYTHM.standing(shop.customer("slow"), 300).stage()).isEqualTo(Stage.RETENTION);
    assertThat(RHYTHM.standing(shop.customer("fast"), 300).stage()).isEqualTo(Stage.CHURNED);
  }

  @Test
  void saysSinceWhenAndWhy() {
    shop.buys("ann", 100, 1).buys("ann", 110, 1);

    Standing standing = RHYTHM.standing(shop.customer("ann"), 140);

    assertThat(standing.stage()).isEqualTo(Stage.AT_RISK);
    assertThat(standing.sinceDay()).isEqualTo(OptionalInt.of(110 + 25));
    assertThat(standing.reason())
        .isEqualTo("bought on 2 days, last 30 days ago, 3.0 times the usual interval of 10 days");
    assertThat(standing.numbers())
        .containsEntry("purchase_days", 2.0)
        .containsEntry("days_since_last_purchase", 30.0)
        .containsEntry("usual_interval_days", 10.0)
        .containsEntry("intervals_overdue", 3.0)
        .hasSize(4);
  }

  /** Twenty days of silence are not much after ten, but in this population most have then left. */
  @Test
  void addsWhatTheModelSays() {
    shop.buys("ann", 100, 1).buys("ann", 110, 1);
    PurchaseModel model = MODELLED.model().orElseThrow();
    RepeatPurchases ann = new RepeatPurchases(1, 10, 30);

    Standing standing = MODELLED.standing(shop.customer("ann"), 130);

    assertThat(RHYTHM.standing(shop.customer("ann"), 130).stage()).isEqualTo(Stage.GROWTH);
    assertThat(standing.stage()).isEqualTo(Stage.AT_RISK);
    assertThat(standing.numbers())
        .containsEntry("active_probability", model.activeProbability(ann))
        .containsEntry("no_purchase_probability", model.probabilityOfNone(ann, 30))
        .containsEntry("no_purchase_days", 30.0);
    assertThat(standing.reason()).contains("; active with 0.", "nothing in the next 30 days with");
  }

  @Test
  void knowsWhoHasNotBoughtYet() {
    shop.until(5).buys("ann", 7, 1);

    assertThat(RHYTHM.standing(shop.customer("passer-by"), 5)).isEqualTo(Standing.VISITOR);
    assertThat(RHYTHM.standing(shop.customer("ann"), 6)).isEqualTo(Standing.VISITOR);
    assertThat(RHYTHM.changes(shop.customer("passer-by"), 0, 5, 9)).isEmpty();
  }

  @Test
  void goesByTheSettingAsLongAsNobodyHasComeBack() {
    shop.buys("ann", 0, 1);
    Lifecycle lifecycle = new Lifecycle(RULE, StoreRhythm.of(shop.store()), Optional.empty());

    assertThat(lifecycle.standing(shop.customer("ann"), 74).stage()).isEqualTo(Stage.ACQUISITION);
    assertThat(lifecycle.standing(shop.customer("ann"), 75).stage()).isEqualTo(Stage.AT_RISK);
  }

  /** The walk finds what asking for every day finds, whatever window one looks at. */
  @Test
  void findsEveryChangeThatLookingDayByDayFinds() {
    Random random = Chance.random();
    for (int round = 0; round < 60; round++) {
      String customer = "customer-" + round;
      int day = 0;
      for (int i = random.nextInt(12); i >= 0; i--) {
        day += random.nextInt(random.nextBoolean() ? 10 : 150);
        shop.buys(customer, day, 1);
      }
      CustomerHistory history = shop.customer(customer);
      int from = random.nextInt(200) - 50;
      int to = from + random.nextInt(600);
      for (Lifecycle lifecycle : List.of(RHYTHM, MODELLED)) {
        List<StageChange> all = dayByDay(lifecycle, history, from, to);
        assertThat(lifecycle.changes(history, from, to, 100)).isEqualTo(all);
        int most = 1 + random.nextInt(3);
        assertThat(lifecycle.changes(history, from, to, most))
            .isEqualTo(all.subList(Math.max(0, all.size() - most), all.size()));
      }
    }
  }

  private static List<StageChange> dayByDay(
      Lifecycle lifecycle, CustomerHistory history, int from, int to) {
    List<StageChange> changes = new ArrayList<>();
    Optional<Stage> before = Optional.empty();
    for (int day = history.purchaseDay(0); day <= to; day++) {
      Optional<Stage> now = Optional.of(lifecycle.stage(history, day));
      if (!now.equals(before) && day >= from) {
        changes.add(new StageChange(before, now.orElseThrow(), day));
      }
      before = now;
    }
    return changes;
  }

  private static StageChange change(Stage from, Stage to, int day) {
    return new StageChange(Optional.of(from), to, day);
  }
}
