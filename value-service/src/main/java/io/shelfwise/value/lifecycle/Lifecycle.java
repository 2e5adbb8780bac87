package io.shelfwise.value.lifecycle;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.RepeatPurchases;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tells where customers stand, and when they came there.
 *
 * <p>Nothing of it is stored: the stage on any day follows from the purchases up to that day. So
 * the way through the stages can be walked again at any time, and a day tells of the past nothing
 * that was not known then, but for the store's rhythm and the model's parameters, which are
 * today's.
 *
 * @param rule which numbers make which stage
 * @param store how often the store's customers come back
 * @param model what tells the probabilities, its time in days; empty: the rhythm alone
 */
public record Lifecycle(LifecycleRule rule, StoreRhythm store, Optional<PurchaseModel> model) {
  /** Where a customer stands on a day. */
  public Standing standing(CustomerHistory customer, int day) {
    List<StageChange> latest = changes(customer, Integer.MIN_VALUE, day, 1);
    return latest.isEmpty()
        ? Standing.VISITOR
        : Standing.of(latest.getLast().to(), latest.getLast().day(), signs(customer, day));
  }

  /**
   * A customer's way through the stages, the latest change last.
   *
   * <p>A purchase may change the stage, and so may each day of the silence after it. There the
   * stage only gets worse, so that the day on which it did is found by bisection. (Models of
   * regular buyers may take a fear back while a purchase is due: what was over before the silence
   * ended is not told.)
   *
   * @param fromDay the first day to look at
   * @param toDay the last one
   * @param most how many changes to answer, the latest ones
   */
  public List<StageChange> changes(CustomerHistory customer, int fromDay, int toDay, int most) {
    int purchaseDays = customer.purchaseDaysUntil(toDay);
    if (purchaseDays == 0) {
      return List.of();
    }
    Deque<StageChange> changes = new ArrayDeque<>();
    Optional<Stage> stage = Optional.empty();
    int first = 0;
    if (fromDay > customer.purchaseDay(0)) {
      stage = Optional.of(stage(customer, fromDay - 1));
      first = customer.purchaseDaysUntil(fromDay - 1) - 1;
    }
    for (int i = first; i < purchaseDays; i++) {
      int day = Math.max(customer.purchaseDay(i), fromDay);
      int end = i + 1 < purchaseDays ? customer.purchaseDay(i + 1) - 1 : toDay;
      // The day that is looked from may be the next purchase's own.
      while (day <= end) {
        Stage now = stage(customer, day);
        if (!stage.equals(Optional.of(now))) {
          changes.add(new StageChange(stage, now, day));
          if (changes.size() > most) {
            changes.removeFirst();
          }
          stage = Optional.of(now);
        }
        if (stage(customer, end) == now) {
          break;
        }
        day = firstDayAfter(now, customer, day, end);
      }
    }
    return List.copyOf(changes);
  }

  /** The first day on which the stage is another one than on the first, but is on the last. */
  private int firstDayAfter(Stage stage, CustomerHistory customer, int first, int last) {
    int before = first;
    int after = last;
    while (after - before > 1) {
      int middle = (before + after) >>> 1;
      if (stage(customer, middle) == stage) {
        before = middle;
      } else {
        after = middle;
      }
    }
    return after;
  }

  /** The stage on a day that is not before the first purchase. */
  public Stage stage(CustomerHistory customer, int day) {
    int purchaseDays = customer.purchaseDaysUntil(day);
    int silentDays = day - customer.purchaseDay(purchaseDays - 1);
    double usualDays = usualDays(customer, purchaseDays);
    // Most days are within the rhythm or long after it, and the model need not be asked.
    if (!rule.isOverdue(silentDays, usualDays)) {
      return rule.stage(purchaseDays);
    }
    return rule.isOver(silentDays, usualDays) ? Stage.CHURNED : rule.stage(signs(customer, day));
  }

  private Signs signs(CustomerHistory customer, int day) {
    RepeatPurchases seen = RepeatPurchases.of(customer, day).orElseThrow();
    int purchaseDays = seen.frequency() + 1;
    double usualDays = usualDays(customer, purchaseDays);
    double ahead = rule.silenceIntervals() * usualDays;
    return new Signs(
        purchaseDays,
        day - customer.purchaseDay(purchaseDays - 1),
        usualDays,
        model
            .map(fitted -> OptionalDouble.of(fitted.activeProbability(seen)))
            .orElse(OptionalDouble.empty()),
        model
            .map(fitted -> OptionalDouble.of(fitted.probabilityOfNone(seen, ahead)))
            .orElse(OptionalDouble.empty()),
        ahead);
  }

  /** The mean of the customer's own intervals and of some of the store's. */
  private double usualDays(CustomerHistory customer, int purchaseDays) {
    int intervals = purchaseDays - 1;
    int span = customer.purchaseDay(intervals) - customer.purchaseDay(0);
    double ofStore = store.usualDays().orElse(rule.storeIntervalDays());
    return (rule.priorIntervals() * ofStore + span) / (rule.priorIntervals() + intervals);
  }
}
